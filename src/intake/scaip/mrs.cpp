#include "intake/scaip/mrs.hpp"

#include <fmt/format.h>
#include <pugixml.hpp>

#include "intake/scaip/text.hpp"

namespace varde::scaip {

std::string write_mrs(const Mrs& mrs) {
  std::string out =
      fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<mrs><ref>{}</ref><snu>{}</snu>",
                  xml_escape(mrs.ref), static_cast<int>(mrs.snu));
  if (!mrs.ste.empty()) out += fmt::format("<ste>{}</ste>", xml_escape(cut(mrs.ste, 128)));
  out += fmt::format("<mre>{}</mre><cre>{}</cre>", mrs.mre, mrs.cre);
  for (const auto& target : mrs.tnu) out += fmt::format("<tnu>{}</tnu>", xml_escape(target));
  return out + "</mrs>";
}

std::optional<Mrs> parse_mrs(std::string_view body) {
  pugi::xml_document document;
  if (!document.load_buffer(body.data(), body.size())) return std::nullopt;
  const auto root = document.child("mrs");
  if (!root.child("ref") || !root.child("snu")) return std::nullopt;
  Mrs mrs;
  mrs.ref = trim(root.child_value("ref"));
  mrs.snu = static_cast<Snu>(root.child("snu").text().as_uint(99));
  mrs.ste = root.child_value("ste");
  mrs.mre = static_cast<std::uint8_t>(root.child("mre").text().as_uint());
  mrs.cre = static_cast<std::uint8_t>(root.child("cre").text().as_uint(61));
  for (const auto& target : root.children("tnu")) mrs.tnu.emplace_back(trim(target.child_value()));
  return mrs;
}

}  // namespace varde::scaip
