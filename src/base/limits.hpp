#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

// Every bound of the program in one place. What is over a bound is refused with an error that names
// the bound.
namespace varde::limits {

using namespace std::chrono_literals;

// What comes in.
constexpr std::size_t kSignalsPerBatch = 1'000;          ///< POST /signals
constexpr std::size_t kHttpBodyBytes = 2 * 1024 * 1024;  ///< any HTTP body
constexpr std::size_t kScaipBodyBytes =
    16 * 1024;  ///< above it: snu 1, and the start is kept for an operator
constexpr std::size_t kKeptRawBytes = 4 * 1024;  ///< how much of an unintelligible body is kept
constexpr std::size_t kAddressBytes = 64;        ///< a device's address in its protocol
constexpr std::size_t kRawCodeBytes = 128;
constexpr std::size_t kIdempotencyKeyBytes = 128;
constexpr std::size_t kNoteBytes = 4'000;
constexpr std::size_t kReasonBytes = 500;
constexpr std::size_t kSearchBytes = 100;

// From intake to journal.
constexpr std::size_t kInboxEntries =
    100'000;  ///< waiting for the journal; beyond it nothing is admitted
constexpr std::size_t kInboxShedHeartbeats =
    25'000;  ///< from this depth heartbeats are refused as busy
constexpr std::size_t kInboxShedMeasurements =
    50'000;  ///< and from this measurements, events and locations
constexpr std::size_t kInboxShedTechnical =
    75'000;  ///< and from this technical signals; alarms only when full
constexpr std::size_t kEntriesPerCommit = 1'024;
constexpr double kSourceSignalsPerSecond = 20;  ///< sustained, per device address
constexpr double kSourceSignalsBurst = 100;
constexpr std::size_t kSourcesTracked = 500'000;

// In the engine.
constexpr std::size_t kDevices = 1'000'000;
constexpr std::size_t kOpenAlarms =
    200'000;  ///< above it repeats still join, and new alarms still come: it only warns
constexpr std::size_t kRememberedKeys = 1'000'000;  ///< idempotency keys; the oldest go first
constexpr std::size_t kPlanSteps = 8;
constexpr std::size_t kContacts = 20;
constexpr auto kScaipKeyWindow =
    10min;  ///< a device may start its ref counter anew, so its keys live short
constexpr auto kHttpKeyWindow = 24h;
constexpr auto kReopenWindow = 10min;
constexpr std::size_t kActsPerTick =
    1'000;  ///< deadlines one Tick carries out; the rest is due at once again
constexpr std::size_t kTicksPerRun =
    16;  ///< Ticks in one run of the sequencer, so that signals get their turn
constexpr std::size_t kEntryTextBytes = 1'024;   ///< any one text inside an entry
constexpr std::size_t kEffectsPerGroup = 1'000;  ///< that recovery hands the projection at a time
constexpr auto kShortestSilence = 10s;           ///< a device's silence limit, and a handler's
constexpr auto kLongestSilence = 31 * 24h;

// SIP.
constexpr std::size_t kSipHeaderBytes = std::size_t{8} * 1024;  ///< of one message
/// Of a too long body that is read past; beyond it, the connection closes.
constexpr std::size_t kSipSkippedBytes = std::size_t{1024} * 1024;
constexpr std::size_t kSipConnections = 20'000;          ///< TCP and TLS together
constexpr std::size_t kSipConnectionsPerSource = 2'000;  ///< from one network address
constexpr auto kSipIdleConnection = 15min;
constexpr auto kSipHandshake = 32s;  ///< to the first whole message
/// Our own (mrs) that wait for a response; the oldest go first.
constexpr std::size_t kSipPendingRequests = 50'000;
constexpr auto kSipRequestTimeout = 32s;            ///< RFC 3261 timer F
constexpr std::size_t kScaipInFlight = 50'000;      ///< between the device and the journal's answer
constexpr std::size_t kScaipRepliesPerMessage = 8;  ///< transactions waiting for one message
constexpr auto kScaipProofWait = 10s;               ///< after a 401; then it is kept unproved
constexpr std::size_t kScaipUnproved = 10'000;      ///< devices that were asked for credentials
constexpr auto kScaipNonceLife = 5min;              ///< digest
constexpr double kStrangerSignalsPerSecond = 20;    ///< of unknown devices, per network address
constexpr double kStrangerSignalsBurst = 200;
constexpr std::size_t kStrangersTracked = 100'000;
constexpr auto kScaipStopGrace = 3s;  ///< to answer what is in flight when the program stops

// Live feed, sessions, outbox.
constexpr std::size_t kLiveClients = 500;
constexpr std::size_t kLiveHistory = 20'000;  ///< changes kept for a console that reconnects
constexpr std::size_t kLiveClientBacklogBytes = 8 * 1024 * 1024;
constexpr std::size_t kSessions = 5'000;
constexpr auto kSessionIdle = 12h;
constexpr std::size_t kPageRows = 200;
constexpr std::size_t kCsvRows = 100'000;
constexpr int kOutboxAttempts = 20;
constexpr std::size_t kProjectionBacklog = 1'000'000;  ///< effects waiting for the store

// Steering: cases with versions and what is computed of them.
constexpr std::size_t kCases = 2'000;
constexpr std::size_t kCaseVersions = 10'000;  ///< of one case
constexpr std::size_t kCaseFiles = 40;
constexpr std::size_t kCaseBytes = 1024 * 1024;  ///< all files of one version
constexpr std::size_t kCaseTextBytes = 4'000;    ///< a name, a comment, a decision's text
constexpr std::size_t kCaseEdits = 2'000;        ///< in one save
constexpr std::size_t kShares = 200;             ///< links of one version, revoked ones too
constexpr auto kLongestShare = 366 * 24h;
constexpr std::size_t kWaitingRuns = 20;      ///< computations in the queue
constexpr std::size_t kRememberedRuns = 200;  ///< finished ones whose state can be asked for
constexpr std::size_t kKeptResults = 500;     ///< in the database; the oldest go first
constexpr std::size_t kResultBytes = 16 * 1024 * 1024;
constexpr std::size_t kDraws = 200'000;  ///< of a run asked for in the console

}  // namespace varde::limits
