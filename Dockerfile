# Draws the files of the folder that is mounted at /work:
#   docker build -t diagen .
#   docker run --rm -v "$PWD:/work" diagen shop.swift
# The compiler is part of it: files of drawings are Swift.
FROM swift:6.3.1-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends libxml2-dev pkg-config \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /diagen
COPY Package.swift LICENSE NOTICE ./
COPY Scripts Scripts
COPY Sources Sources
COPY Tests Tests
COPY diagrams diagrams
COPY Plugins Plugins
COPY Documentation/diagen.1 Documentation/
RUN Scripts/install --prefix /opt/diagen

FROM swift:6.3.1-bookworm
RUN apt-get update && apt-get install -y --no-install-recommends libxml2 git \
  && rm -rf /var/lib/apt/lists/*
COPY --from=build /opt/diagen /usr/local
# Anybody's, since the container may run as anybody.
ENV XDG_CACHE_HOME=/tmp/cache
WORKDIR /work
ENTRYPOINT ["diagen"]
CMD ["--help"]
