// Lays a graph out with OGDF's orthogonal planarization: ogdf IN OUT
//
// IN has a line a cluster ("cluster PARENT"), a node ("node CLUSTER WIDTH HEIGHT") and an edge
// ("edge SOURCE TARGET"); indices count from 0, a cluster of -1 is the drawing itself. OUT has the
// same lines in the same order: "cluster X Y WIDTH HEIGHT" (corner), "node X Y" (middle) and
// "edge X Y X Y …" (its corners).
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <ogdf/basic/Graph.h>
#include <ogdf/cluster/ClusterGraph.h>
#include <ogdf/cluster/ClusterGraphAttributes.h>
#include <ogdf/cluster/ClusterOrthoLayout.h>
#include <ogdf/cluster/ClusterPlanarizationLayout.h>
#include <ogdf/orthogonal/OrthoLayout.h>
#include <ogdf/planarity/PlanarizationLayout.h>

using namespace ogdf;

static const double separation = 40;

int main(int count, char** arguments) {
	if (count != 3) {
		std::cerr << "usage: ogdf IN OUT\n";
		return 2;
	}
	setSeed(1);
	Graph graph;
	ClusterGraph clusterGraph(graph);
	ClusterGraphAttributes attributes(
		clusterGraph, ClusterGraphAttributes::nodeGraphics | ClusterGraphAttributes::edgeGraphics
			| ClusterGraphAttributes::clusterGraphics);
	std::vector<cluster> clusters;
	std::vector<node> nodes;
	std::vector<edge> edges;
	std::ifstream input(arguments[1]);
	for (std::string kind; input >> kind;) {
		if (kind == "cluster") {
			int parent;
			input >> parent;
			clusters.push_back(clusterGraph.newCluster(
				parent < 0 ? clusterGraph.rootCluster() : clusters.at(parent)));
		} else if (kind == "node") {
			int parent;
			node added = graph.newNode();
			input >> parent >> attributes.width(added) >> attributes.height(added);
			if (parent >= 0) clusterGraph.reassignNode(added, clusters.at(parent));
			nodes.push_back(added);
		} else {
			int source, target;
			input >> source >> target;
			edges.push_back(graph.newEdge(nodes.at(source), nodes.at(target)));
		}
	}
	if (clusters.empty()) {
		PlanarizationLayout layout;
		OrthoLayout* planar = new OrthoLayout;
		planar->separation(separation);
		layout.setPlanarLayouter(planar);
		layout.call(attributes);
	} else {
		ClusterPlanarizationLayout layout;
		ClusterOrthoLayout* planar = new ClusterOrthoLayout;
		planar->separation(separation);
		layout.setPlanarLayouter(planar);
		layout.call(graph, attributes, clusterGraph);
	}
	std::ofstream output(arguments[2]);
	for (cluster each : clusters) {
		output << "cluster " << attributes.x(each) << ' ' << attributes.y(each) << ' '
			<< attributes.width(each) << ' ' << attributes.height(each) << '\n';
	}
	for (node each : nodes) output << "node " << attributes.x(each) << ' ' << attributes.y(each) << '\n';
	for (edge each : edges) {
		output << "edge";
		for (const DPoint& point : attributes.bends(each)) output << ' ' << point.m_x << ' ' << point.m_y;
		output << '\n';
	}
	return 0;
}
