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
	@$(MVN) test -pl runner,simulator -am -Dtest='*GoldenTests,BehaviourContractTests' -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.accept=true
	@git --no-pager diff --stat -- '*/golden/*' docs/reference

.PHONY: access
access: ## write who may call which page into access.csv and show what changed
	@$(MVN) test -pl platform -am -Dtest=AccessTableTests -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.accept=true
	@git --no-pager diff -- platform/src/test/resources/access.csv

.PHONY: check
check: ## format check, compile with Error Prone, tests without I/O
	@mvn -B -q -Dtest='*Tests,!*EndToEndTests,!*ContractTests,!*ClientTests' -Dsurefire.failIfNoSpecifiedTests=false -pl chance,yaml,measurement,plots,catalogue,runner,simulator test

.PHONY: verify
verify: ## everything that CI runs
	@./touchstone test

.PHONY: new-decision
new-decision: ## start a decision record: make new-decision TITLE=short-name
	@n=$$(printf '%04d' $$(( $$(ls docs/decisions | wc -l) + 1 ))); printf '# %s\n\nStatus: proposed\n\n## Why a decision is needed\n\n## Options\n\n## Decision\n\n## Consequences\n' "$(TITLE)" > docs/decisions/$$n-$(TITLE).md; echo docs/decisions/$$n-$(TITLE).md

.PHONY: bench
bench: ## run the benchmarks beside their peers and write docs/benchmarks.md
	@$(MVN) package -Pbench -pl benchmarks,labs/resilient-client -am -DskipTests

.PHONY: bench-web
bench-web: ## run the load benchmark of the web application and write its section of docs/benchmarks.md
	@$(MVN) package -Pbench -Dbench.main=WebBenchmark -pl benchmarks,platform -am -DskipTests

.PHONY: bench-ranking
bench-ranking: ## measure the retrieval measures on a million lines and write their section of docs/benchmarks.md
	@$(MVN) package -Pbench -Dbench.main=RankingSpeed -pl benchmarks -am -DskipTests

.PHONY: bench-model
bench-model: ## measure the simulated model's own computing and write its section of docs/benchmarks.md
	@$(MVN) package -Pbench -Dbench.main=ModelSpeed -pl benchmarks -am -DskipTests

.PHONY: bench-worlds
bench-worlds: ## measure the making of worlds and write its section of docs/benchmarks.md
	@$(MVN) package -Pbench -Dbench.main=WorldSpeed -pl benchmarks -am -DskipTests

.PHONY: bench-ratings
bench-ratings: ## measure the many-facet Rasch model on up to a million ratings and write its section of docs/benchmarks.md
	@$(MVN) package -Pbench -Dbench.main=RatingsSpeed -pl benchmarks -am -DskipTests

.PHONY: bench-corpora
bench-corpora: ## run BM25, dense and hybrid on Cranfield and five worlds and write labs/document-search/corpus-check.md
	@$(MVN) package -Pbench -Dbench.main=retrieval.CorpusCheck -pl benchmarks -am -DskipTests
