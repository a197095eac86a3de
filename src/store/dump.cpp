#include "store/dump.hpp"

namespace varde::store {

void TableSum::add(const std::string& line) {
  ++rows;
  sum = sha256({reinterpret_cast<const char*>(sum.data()), sum.size()}, line);
}

}  // namespace varde::store
