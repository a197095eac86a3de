#pragma once

#include "answers/cooperation/sentences.hpp"
#include "answers/print.hpp"

// What both outputs of a cooperation are made of.
namespace varde::answers {

/// The members schema, kind, name, alternative, players and basis; the object stays open.
void begin_json(JsonWriter& out, std::string_view kind, const Ground& ground);
void write(JsonWriter& out, const Sentence& sentence);
void write_sentences(JsonWriter& out, const std::vector<Sentence>& sentences);
/// The member clusters.
void write_clusters(JsonWriter& out, const Ground& ground, const Clusters& clusters);
/// The members number (of a municipality) and name.
void write_player(JsonWriter& out, const Player& player);
/// [{"number":..,"name":..}, ..]
void write_members(JsonWriter& out, const Ground& ground, const std::vector<std::size_t>& members);

std::string joined_names(const Ground& ground, const std::vector<std::size_t>& members);

}  // namespace varde::answers
