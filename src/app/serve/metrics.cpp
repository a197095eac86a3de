#include "app/serve/metrics.hpp"

#include <initializer_list>
#include <utility>

#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

#include "domain/alarm/signal.hpp"

namespace varde::app {
namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;
using Labels = std::vector<ClientMetric::Label>;

/// Gathers families in the order they are named.
class Page {
 public:
  void count(std::string name, std::string help, double value) {
    add(std::move(name), std::move(help), MetricType::Counter);
    sample({}, value);
  }
  void gauge(std::string name, std::string help, double value) {
    add(std::move(name), std::move(help), MetricType::Gauge);
    sample({}, value);
  }
  /// One counter for each value of a label.
  template <class Values>
  void counts(std::string name, std::string help, const std::string& label, const Values& values) {
    add(std::move(name), std::move(help), MetricType::Counter);
    for (const auto& [value, number] : values)
      sample({{label, std::string{value}}}, static_cast<double>(number));
  }
  void histogram(std::string name, std::string help, const Latency& latency) {
    add(std::move(name), std::move(help), MetricType::Histogram);
    ClientMetric metric;
    std::uint64_t total = 0;
    for (std::size_t i = 0; i <= Latency::kBounds.size(); ++i) {
      total += latency.bucket(i);
      const bool last = i == Latency::kBounds.size();
      metric.histogram.bucket.push_back(
          {total, last ? std::numeric_limits<double>::infinity() : Latency::kBounds[i]});
    }
    metric.histogram.sample_count = total;
    metric.histogram.sample_sum = latency.sum_s();
    families_.back().metric.push_back(std::move(metric));
  }
  std::string text() const { return prometheus::TextSerializer{}.Serialize(families_); }

 private:
  void add(std::string name, std::string help, MetricType type) {
    families_.push_back({std::move(name), std::move(help), type, {}});
  }
  void sample(Labels labels, double value) {
    ClientMetric metric;
    metric.label = std::move(labels);
    const bool counter = families_.back().type == MetricType::Counter;
    (counter ? metric.counter.value : metric.gauge.value) = value;
    families_.back().metric.push_back(std::move(metric));
  }

  std::vector<MetricFamily> families_;
};

using Named = std::vector<std::pair<std::string_view, std::uint64_t>>;

Named by_kind(const std::array<Counters::Count, Counters::kKinds>& counts) {
  Named named;
  for (std::size_t kind = 0; kind < counts.size(); ++kind)
    named.emplace_back(alarm::to_string(static_cast<alarm::SignalKind>(kind)), counts[kind].load());
  return named;
}

void put_core(Page& page, const Core& core) {
  const auto& c = core.counters();
  page.counts("varde_signals_submitted_total", "Signals handed to the inbox.", "kind",
              by_kind(c.submitted));
  page.counts("varde_signals_shed_total", "Signals refused as busy by admission control.", "kind",
              by_kind(c.shed));
  page.count("varde_signals_too_many_total",
             "Signals refused because their source is over its rate.",
             static_cast<double>(c.too_many));
  page.count("varde_commands_shed_total", "Commands refused because the inbox was full.",
             static_cast<double>(c.shed_commands));
  page.counts("varde_entries_total", "What became of what was submitted.", "outcome",
              Named{{"accepted", c.accepted.load()},
                    {"duplicate", c.duplicates.load()},
                    {"conflict", c.conflicts.load()},
                    {"refused", c.refused_commands.load()},
                    {"unavailable", c.unavailable.load()}});
  page.count("varde_journal_commits_total", "Groups written to the journal.",
             static_cast<double>(c.commits));
  page.histogram("varde_journal_commit_seconds", "One group: append, sync and fold.", c.commit);
  page.histogram("varde_store_apply_seconds", "One group applied to the store.", c.project);
  page.count("varde_snapshots_total", "Snapshots of the engine that were kept.",
             static_cast<double>(c.snapshots));
  page.gauge("varde_inbox_depth", "Entries that wait for the journal.",
             static_cast<double>(core.inbox_depth()));
  page.gauge("varde_store_backlog", "Effects that wait for the store.",
             static_cast<double>(core.backlog()));
  page.gauge("varde_journal_position", "Last entry of the journal.",
             static_cast<double>(core.position()));
  page.gauge("varde_store_position", "Last entry the store has applied.",
             static_cast<double>(core.applied()));
  page.gauge("varde_open_alarms", "Alarms that are not closed.",
             static_cast<double>(core.open_alarms()));
  page.gauge("varde_journal_wal_bytes", "Size of the journal's write-ahead log.",
             static_cast<double>(core.journal_wal_bytes()));
  page.gauge("varde_disk_free_bytes", "Free space where the data is.",
             static_cast<double>(core.disk_free_bytes()));
  page.gauge("varde_ready", "1 when what is acknowledged can be kept.",
             core.not_ready().empty() ? 1 : 0);
}

void put_scaip(Page& page, const scaip::Counters& c) {
  page.counts("varde_scaip_requests_total", "SIP requests received.", "wire",
              Named{{"udp", c.received[0].load()},
                    {"tcp", c.received[1].load()},
                    {"tls", c.received[2].load()}});
  page.counts("varde_scaip_messages_total", "What became of SCAIP messages.", "result",
              Named{{"accepted", c.accepted.load()},
                    {"not_understood", c.not_understood.load()},
                    {"duplicate", c.duplicate.load()},
                    {"busy", c.busy.load()},
                    {"unavailable", c.unavailable.load()},
                    {"retransmitted", c.retransmitted.load()},
                    {"challenged", c.challenged.load()},
                    {"wrong_credentials", c.wrong_credentials.load()},
                    {"garbage", c.garbage.load()},
                    {"unsupported", c.unsupported.load()},
                    {"keep_alive", c.keep_alive.load()}});
  page.count("varde_scaip_strangers_total", "Messages from devices that nobody knows.",
             static_cast<double>(c.strangers));
  page.count("varde_scaip_sender_mismatch_total", "From is another than the device in the message.",
             static_cast<double>(c.sender_mismatch));
  page.counts("varde_scaip_mrs_total", "Answers to devices.", "result",
              Named{{"sent", c.mrs_sent.load()},
                    {"failed", c.mrs_failed.load()},
                    {"in_reply", c.mrs_in_reply.load()}});
  page.count("varde_scaip_connections_refused_total", "Connections over the limit.",
             static_cast<double>(c.connections_refused));
  page.gauge("varde_scaip_connections", "TCP and TLS connections now.",
             static_cast<double>(c.connections));
  page.gauge("varde_scaip_in_flight", "Messages the journal is at work with.",
             static_cast<double>(c.in_flight));
  page.gauge("varde_scaip_mrs_waiting", "Answers that a device has not confirmed.",
             static_cast<double>(c.mrs_waiting));
}

void put_http(Page& page, const http::Counts& c) {
  page.counts("varde_http_signals_total", "What became of signals over HTTP.", "result",
              Named{{"accepted", c.accepted.load()},
                    {"duplicate", c.duplicates.load()},
                    {"refused", c.refused.load()},
                    {"not_kept", c.not_kept.load()},
                    {"unreadable", c.unreadable.load()}});
}

void put_outbox(Page& page, const notify::OutboxSender::Counters& c) {
  page.counts(
      "varde_outbox_total", "Attempts to deliver to webhooks.", "result",
      Named{
          {"delivered", c.delivered.load()}, {"failed", c.failed.load()}, {"dead", c.dead.load()}});
}

}  // namespace

std::string metrics_text(const Core& core, const scaip::Counters& scaip, const http::Counts& http) {
  Page page;
  put_core(page, core);
  put_scaip(page, scaip);
  put_http(page, http);
  put_outbox(page, core.outbox_counters());
  return page.text();
}

}  // namespace varde::app
