#include "answers/cooperation/json.hpp"

#include <fmt/format.h>

namespace varde::answers {
namespace {

void write_partition(JsonWriter& out, std::string_view name, const Ground& ground,
                     const cooperation::Partition& partition) {
  out.key(name).begin_object();
  field(out, "cost", partition.cost);
  field(out, "saving", ground.alone_total() - partition.cost);
  list(out, "clusters", partition.groups, [&](const auto& group) {
    field(out, "cost", ground.cost(group));
    write_members(out, ground, group);
  });
  out.end_object();
}

void write_basis(JsonWriter& out, const Ground& ground) {
  out.key("basis").begin_object();
  out.key("notes").begin_array();
  for (const auto& note : basis_of(ground)) write(out, note);
  out.end_array();
  out.key("numbers").begin_array();
  if (ground.input) {
    for (const auto& number : ground.input->numbers) {
      out.begin_object();
      field(out, "what", number.what);
      field(out, "what_nb", number.what_nb);
      field(out, "value", number.value);
      field(out, "value_nb", number.value_nb);
      write_origin(out, number.origin);
      out.end_object();
    }
  }
  out.end_array();
  out.end_object();
}

}  // namespace

void write(JsonWriter& out, const Sentence& sentence) {
  out.begin_object();
  field(out, "nb", sentence.nb);
  field(out, "en", sentence.en);
  out.end_object();
}

void write_sentences(JsonWriter& out, const std::vector<Sentence>& sentences) {
  out.key("sentences").begin_array();
  for (const auto& one : sentences) write(out, one);
  out.end_array();
}

void write_player(JsonWriter& out, const Player& player) {
  if (player.number != 0) integer(out, "number", player.number);
  field(out, "name", player.name);
}

void write_members(JsonWriter& out, const Ground& ground, const std::vector<std::size_t>& members) {
  out.key("members").begin_array();
  for (const auto member : members) {
    out.begin_object();
    write_player(out, ground.players[member]);
    out.end_object();
  }
  out.end_array();
}

std::string joined_names(const Ground& ground, const std::vector<std::size_t>& members) {
  std::string text;
  for (const auto member : members) {
    text += (text.empty() ? "" : ", ") + ground.players[member].name;
  }
  return text;
}

void begin_json(JsonWriter& out, std::string_view kind, const Ground& ground) {
  out.begin_object();
  field(out, "schema", "varde-cooperation/1");
  field(out, "kind", kind);
  field(out, "name", ground.name);
  if (ground.input) {
    out.key("alternative").begin_object();
    field(out, "id", ground.alternative_id);
    field(out, "name", ground.alternative_name);
    out.end_object();
  }
  field(out, "total", ground.total);
  field(out, "alone_total", ground.alone_total());
  field(out, "saving", ground.alone_total() - ground.total);
  out.key("players").begin_array();
  for (std::size_t i = 0; i < ground.players.size(); ++i) {
    out.begin_object();
    write_player(out, ground.players[i]);
    field(out, "alone", ground.alone[i]);
    out.end_object();
  }
  out.end_array();
  write_basis(out, ground);
}

void write_clusters(JsonWriter& out, const Ground& ground, const Clusters& clusters) {
  out.key("partition").begin_object();
  out.key("exact").boolean(clusters.exact);
  field(out, "lower_bound", clusters.lower_bound);
  write_partition(out, "best", ground, clusters.best);
  write_partition(out, "one_cluster", ground, clusters.together);
  write_partition(out, "alone", ground, clusters.alone);
  if (clusters.partnerships) {
    write_partition(out, "partnerships_rest_alone", ground, *clusters.partnerships);
  }
  if (clusters.partnerships_rest) {
    write_partition(out, "partnerships_rest_together", ground, *clusters.partnerships_rest);
  }
  out.end_object();
}

std::string clusters_json(const Ground& ground, const Clusters& clusters) {
  JsonWriter out;
  begin_json(out, "partition", ground);
  write_sentences(out, sentences_of(ground, clusters));
  write_clusters(out, ground, clusters);
  out.end_object();
  return out.take() + "\n";
}

}  // namespace varde::answers
