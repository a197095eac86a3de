#include "intake/scaip/mrq.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <pugixml.hpp>

#include "base/limits.hpp"
#include "intake/scaip/text.hpp"

namespace varde::scaip {
namespace {

std::string_view local_name(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is_root(std::string_view name) {
  const auto local = local_name(name);
  return same_word(local, "mrq") || same_word(local, "scaip");
}

std::string text_of(const pugi::xml_node& node) { return clean_text(trim(node.text().get())); }

/// nullopt for anything but digits that fit 16 bits.
std::optional<std::uint16_t> number_of(std::string_view text) {
  std::uint16_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

std::optional<alarm::scaip::MessageType> type_of(std::string_view text) {
  using alarm::scaip::MessageType;
  if (same_word(text, "ME") || text.empty()) return MessageType::alarm_ME;
  if (same_word(text, "RE")) return MessageType::reset_RE;
  if (same_word(text, "IN")) return MessageType::information_IN;
  if (same_word(text, "PI")) return MessageType::heartbeat_PI;
  return std::nullopt;
}

/// Devices write the time with and without zone; without one it is taken for UTC.
std::optional<Instant> time_of(const std::string& text) {
  if (const auto with_zone = parse_rfc3339(text)) return with_zone;
  return parse_rfc3339(text + "Z");
}

/// A controller id is digits by the standard; devices in use add '+', letters and dashes.
bool plausible_cid(std::string_view cid) {
  return !cid.empty() && std::all_of(cid.begin(), cid.end(), [](char c) {
    return is_alphanumeric(c) || c == '+' || c == '-' || c == '_' || c == '.' || c == '*' ||
           c == '#';
  });
}

class Reader {
 public:
  explicit Reader(Parsed& out) : out_(out), mrq_(out.mrq) {}

  void read(const pugi::xml_node& root) {
    for (const auto& node : root.children()) {
      if (node.type() == pugi::node_element) element(local_name(node.name()), node);
    }
    if (!has_ref_ || !has_cid_ || !has_dty_) out_.fault = Snu::tag_missing;
  }

 private:
  void wrong() { out_.fault = Snu::wrong_content; }

  void element(std::string_view name, const pugi::xml_node& node) {
    if (same_word(name, "lge")) return position(node);
    const std::string text = text_of(node);
    if (!mandatory(name, text) && !number(name, text)) words(name, text);
  }

  bool mandatory(std::string_view name, const std::string& text) {
    if (same_word(name, "ref")) {
      has_ref_ = !text.empty();
      mrq_.ref = text;
    } else if (same_word(name, "cid")) {
      has_cid_ = !text.empty();
      mrq_.cid = text;
      if (has_cid_ && !plausible_cid(text)) wrong();
    } else if (same_word(name, "dty")) {
      has_dty_ = !text.empty();
      const auto value = number_of(text);
      if (has_dty_ && !value) wrong();
      mrq_.dty = value.value_or(0);
    } else {
      return false;
    }
    return true;
  }

  bool number(std::string_view name, const std::string& text) {
    const auto value = number_of(text);
    if (same_word(name, "stc")) {  // what happened: not to be guessed when it cannot be read
      if (!value && !text.empty()) wrong();
      mrq_.stc = value.value_or(mrq_.stc);
      return true;
    }
    if (same_word(name, "dco")) return mrq_.dco = value, true;
    if (same_word(name, "ico")) return mrq_.ico = value, true;
    const std::array<std::pair<std::string_view, std::uint16_t*>, 7> fields{{{"lco", &mrq_.lco},
                                                                             {"sco", &mrq_.sco},
                                                                             {"cha", &mrq_.cha},
                                                                             {"hbo", &mrq_.hbo},
                                                                             {"pri", &mrq_.pri},
                                                                             {"ame", &mrq_.ame},
                                                                             {"mreq", &mrq_.mreq}}};
    auto* field = field_named(name, fields);
    if (field != nullptr) *field = value.value_or(*field);
    return field != nullptr;
  }

  void words(std::string_view name, const std::string& text) {
    if (same_word(name, "mty")) {
      const auto type = type_of(text);
      if (!type) wrong();
      mrq_.type = type.value_or(mrq_.type);
    }
    if (same_word(name, "crd")) mrq_.crd.push_back(text);
    const std::array<std::pair<std::string_view, std::string*>, 7> fields{{{"ver", &mrq_.ver},
                                                                           {"did", &mrq_.did},
                                                                           {"dte", &mrq_.dte},
                                                                           {"stt", &mrq_.stt},
                                                                           {"lva", &mrq_.lva},
                                                                           {"lte", &mrq_.lte},
                                                                           {"ite", &mrq_.ite}}};
    if (auto* field = field_named(name, fields)) *field = text;
  }

  void position(const pugi::xml_node& lge) {
    for (const auto& node : lge.children()) {
      const auto name = local_name(node.name());
      if (same_word(name, "geo")) mrq_.position.geo = text_of(node);
      if (same_word(name, "gga")) mrq_.position.gga = text_of(node);
      if (same_word(name, "tim")) mrq_.position.time = time_of(text_of(node));
    }
  }

  Parsed& out_;
  Mrq& mrq_;
  bool has_ref_ = false, has_cid_ = false, has_dty_ = false;
};

/// The text between <tag> and the next '<', in a body that could not be read as XML.
std::string text_after(std::string_view body, std::string_view tag) {
  const std::string open = "<" + std::string(tag) + ">";
  const auto start = body.find(open);
  if (start == std::string_view::npos) return {};
  const auto rest = body.substr(start + open.size());
  return clean_text(trim(rest.substr(0, rest.find('<'))));
}

}  // namespace

Mrq salvage_mrq(std::string_view text) {
  Mrq mrq;
  mrq.ref = text_after(text, "ref");
  const auto cid = text_after(text, "cid");
  if (plausible_cid(cid)) mrq.cid = cid;
  return mrq;
}

Parsed parse_mrq(std::string_view body, bool truncated) {
  if (truncated || body.size() > limits::kScaipBodyBytes) return {Snu::too_long, salvage_mrq(body)};
  pugi::xml_document document;
  // Document types and entities of the sender's own are never expanded: pugixml knows the five
  // predefined ones only.
  if (!document.load_buffer(body.data(), body.size(), pugi::parse_default)) {
    return {Snu::invalid_format, salvage_mrq(body)};
  }
  const auto root = document.document_element();
  if (!is_root(root.name())) return {Snu::invalid_format, salvage_mrq(body)};
  Parsed out;
  Reader(out).read(root);
  if (!plausible_cid(out.mrq.cid)) out.mrq.cid.clear();
  return out;
}

bool looks_like_mrq(std::string_view body) {
  for (auto at = body.find('<'); at != std::string_view::npos; at = body.find('<', at + 1)) {
    const auto end = body.find_first_of(" \t\r\n/>", at + 1);
    if (end != std::string_view::npos && is_root(body.substr(at + 1, end - at - 1))) return true;
  }
  return false;
}

}  // namespace varde::scaip
