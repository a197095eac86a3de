#include "journal/walk.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace varde::journal {
namespace {

/// Runs one step of a cursor; what SQLite cannot read is a fault of the entry that was to come.
template <class Step>
std::optional<Fault> careful(engine::Position position, std::string_view what, Step&& step) {
  try {
    step();
  } catch (const soci::soci_error& failure) {
    return Fault{position, fmt::format("{} cannot be read: {}", what, sqlite::reason(failure)),
                 true};
  }
  return std::nullopt;
}

class Walk {
 public:
  Walk(sqlite::Session& session, engine::Position from, Sha256& head, const WalkVisitor& visit)
      : transaction_(session, sqlite::Mode::read),
        pages_(session, from),
        attachments_(session, from),
        from_(from),
        head_(head),
        visit_(visit) {
    head_ = pages_.before();
  }

  std::optional<Fault> run() {
    Page page;
    bool more = true;
    while (true) {
      if (auto fault =
              careful(next_, "the database page that holds it", [&] { more = pages_.next(page); }))
        return fault;
      if (!more) return stray();
      if (auto fault = visit_page(page)) return fault;
      if (stopped_) return std::nullopt;
    }
  }

 private:
  std::optional<Fault> visit_page(const Page& page) {
    // The first page may start before `from`, and then holds it unless the journal ends there; each
    // other starts where the one before ended.
    const bool fits = started_ ? page.first == next_ : page.first <= from_;
    if (!fits) return Fault{next_, fmt::format("is missing; entry {} follows", page.first)};
    auto entries = read_page(page, head_);
    if (!entries) return entries.error();
    for (const auto& entry : *entries) {
      if (entry.position < from_) continue;
      if (auto fault = visit_entry(entry)) return fault;
      if (stopped_) return std::nullopt;
    }
    started_ = true;
    next_ = page.first + page.count;
    head_ = page.hash;
    return std::nullopt;
  }

  std::optional<Fault> visit_entry(const engine::Entry& entry) {
    auto found = AttachmentCursor::Found::none;
    auto fault = careful(entry.position, "its attachment",
                         [&] { found = attachments_.at(entry.position, attachment_); });
    if (fault) return fault;
    if (found != AttachmentCursor::Found::kept) attachment_.clear();
    stopped_ = !visit_(entry, found, attachment_);
    return std::nullopt;
  }

  std::optional<Fault> stray() const {
    if (const auto position = attachments_.stray())
      return Fault{*position, "does not exist, but an attachment of it does"};
    return std::nullopt;
  }

  sqlite::Transaction transaction_;
  PageCursor pages_;
  AttachmentCursor attachments_;
  engine::Position from_;
  engine::Position next_ = from_;
  Sha256& head_;
  const WalkVisitor& visit_;
  std::string attachment_;
  bool started_ = false;
  bool stopped_ = false;
};

}  // namespace

std::optional<Fault> walk(sqlite::Session& session, engine::Position from, Sha256& head,
                          const WalkVisitor& visit) {
  std::optional<Fault> fault;
  auto unreadable = careful(from, "the table that holds it",
                            [&] { fault = Walk(session, from, head, visit).run(); });
  return unreadable ? unreadable : fault;
}

}  // namespace varde::journal
