.DEFAULT_GOAL := help
MVN := mvn -B -q
TOOLCHAIN := org.apache.maven.plugins:maven-toolchains-plugin:3.2.0:select-jdk-toolchain@default
EXEC := org.codehaus.mojo:exec-maven-plugin:3.6.3:exec

.PHONY: help
help: ## list the tasks
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

.PHONY: format
format: ## format all Java files
	@$(MVN) -N $(EXEC)@list-java-files $(TOOLCHAIN) $(EXEC)@format -Dformat.arguments=--replace

.PHONY: accept
accept: ## record the golden files again and show what changed
	@$(MVN) test -pl runner -am -Dtest='*GoldenTests' -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.accept=true
	@git --no-pager diff --stat -- '*/golden/*'

.PHONY: bench
bench: ## run the benchmarks beside their peers and write docs/benchmarks.md
	@$(MVN) package -Pbench -pl benchmarks,labs/resilient-client -am -DskipTests
