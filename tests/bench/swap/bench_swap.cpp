// SPDX-License-Identifier: GPL-3.0-or-later
// How long a swap takes, where the time goes, and how much of it a bare loop of the same calls would have saved.
//
// Each round swaps the same group twice: once as the product does it (lock, lease, plan with its checks, journal on
// disk, engine), once by loopSwap(), the calls a shell loop would make. On the simulation a node boots for --boot ms,
// a request lasts --request ms, and clients that never retry send one every 20 ms.
//
//   total    from the order until all is done and said
//   rest     total without birth, health, drain and removal, which take what nodes and clients take: for Snowmelt this
//            has the budget
//   window   both sides may take traffic: "green ready" is ordered until "blue drains" is confirmed
//   calls    to the platform (simulation only), as requests and failed
//
// --json FILE (or - for standard output, the table then goes to standard error):
//   {"schema": "snowmelt.bench/1", "platform", "bootMs", "requestMs", "trafficEveryMs", "rounds", "budgetMs",
//    "withinBudget": the median rest of each size is within budgetMs,
//    "sizes": [{"nodes", "ratio": total of Snowmelt by total of the loop, of the medians,
//               "longerMs": {"median", "worst"}: of each pair, Snowmelt's total less the loop's,
//               "snowmelt" and "loop": {"swaps", and with {"median", "worst"} each: "totalMs", "birthMs", "healthMs",
//                                       "drainMs", "removalMs", "restMs", "windowMs", "calls", "requests", "failed"}}]}
//
// Exit status: 0 measured; 1 a swap did not end as wanted, or a request failed while Snowmelt swapped; 2 the arguments
// are wrong; 3 --strict was given and the budget was exceeded.
#include "tests/bench/swap/bench_fleet.h"

#include "models/domain/code_names.h"
#include "tests/bench/bench_options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QTextStream>

#include <algorithm>

using namespace snowmelt;
using namespace snowmelt::bench;

namespace {

struct Wishes
{
    Conditions conditions;
    QList<int> sizes;
    QString json;
    QString lab;
    QString home;
    QList<ImageRef> images;
    bool strict = false;
};

void describe(QCommandLineParser& parser)
{
    parser.setApplicationDescription(
        QStringLiteral("Measures swaps by Snowmelt against a bare loop of the same calls, in one run.\n"
                       "Exit status: 0 measured, 1 a swap or a request failed, 2 wrong arguments, 3 over the budget "
                       "(--strict)."));
    parser.addOption(option("sizes", "Nodes of the group, one run for each.", "N,N,...", "3,10,50"));
    parser.addOption(option("rounds", "Pairs of swaps for each size.", "N", "5"));
    parser.addOption(option("boot", "A simulated node boots so long.", "MS", "2000"));
    parser.addOption(option("request", "A simulated request lasts so long.", "MS", "500"));
    parser.addOption(option("budget", "For what is beyond birth, health, drain and removal.", "MS", "1000"));
    parser.addOption(option("strict", "Exit with 3 when the budget is exceeded."));
    parser.addOption(option("quick", "One small round, to see that everything works."));
    parser.addOption(option("json", "Writes the figures to a file; - is standard output.", "FILE"));
    parser.addOption(option("lab", "Instead of a simulation the fleet of this blueprint, which is up.", "BLUEPRINT"));
    parser.addOption(option("home", "Of the lab's Snowmelt.", "FOLDER"));
    parser.addOption(option("images", "Of the lab's first group: what it runs, and what it is swapped to.", "REF,REF"));
}

std::optional<int> number(const QCommandLineParser& parser, const char* name)
{
    const std::optional<QList<int>> list = numbers(parser.value(QLatin1String(name)));
    return list && list->size() == 1 ? std::optional(list->first()) : std::nullopt;
}

std::optional<Wishes> labWishes(const QCommandLineParser& parser, Wishes wishes)
{
    wishes.lab = parser.value(QStringLiteral("lab"));
    if (wishes.lab.isEmpty())
        return wishes;
    wishes.home = parser.value(QStringLiteral("home"));
    for (const QString& image : parser.value(QStringLiteral("images")).split(u','))
        wishes.images.append({image.section(u'@', 0, 0), image.section(u'@', 1)});
    wishes.conditions.platform = QStringLiteral("lab");
    wishes.conditions.bootMs = wishes.conditions.requestMs = wishes.conditions.trafficEveryMs = 0;
    wishes.sizes = QList<int>{0};
    const bool isWhole = wishes.images.size() == 2 && !wishes.home.isEmpty() &&
                         std::ranges::none_of(wishes.images, [](const ImageRef& ref) { return ref.version.isEmpty(); });
    return isWhole ? std::optional(wishes) : std::nullopt;
}

std::optional<Wishes> wishesOf(const QCommandLineParser& parser)
{
    const bool quick = parser.isSet(QStringLiteral("quick"));
    const auto sizes = numbers(parser.value(QStringLiteral("sizes")));
    const auto rounds = number(parser, "rounds");
    const auto boot = number(parser, "boot");
    const auto request = number(parser, "request");
    const auto budget = number(parser, "budget");
    if (!sizes || !rounds || !boot || !request || !budget || !parser.positionalArguments().isEmpty())
        return {};
    constexpr int mostNodes = 120; // both sides have an address of the fleet's network
    if (std::ranges::max(*sizes) > mostNodes)
        return {};
    Wishes wishes;
    wishes.sizes = quick ? QList<int>{2} : *sizes;
    wishes.conditions = {
        QStringLiteral("simulation"), quick ? 100 : *boot, quick ? 50 : *request, 20, quick ? 1 : *rounds, *budget};
    wishes.json = parser.value(QStringLiteral("json"));
    wishes.strict = parser.isSet(QStringLiteral("strict"));
    return labWishes(parser, wishes);
}

QString sayError(const Error& error)
{
    return codeName(error.code) + u' ' + error.args.join(u' ') + u' ' + error.detail;
}

/// Why it could not be measured; empty: it was.
QString measure(BenchFleet& fleet, int rounds, Measured& measured)
{
    measured.nodes = fleet.nodes();
    for (int round = 0; round < rounds; ++round) {
        const Result<SwapTimes> ours = fleet.swapBySnowmelt();
        if (!ours)
            return QStringLiteral("snowmelt: ") + sayError(ours.failed() ? ours.error() : Error{});
        measured.snowmelt.append(*ours);
        const Result<SwapTimes> loop = fleet.swapByLoop();
        if (!loop)
            return QStringLiteral("loop: ") + sayError(loop.failed() ? loop.error() : Error{});
        measured.loop.append(*loop);
    }
    return {};
}

QString measureSize(const Wishes& wishes, int size, Measured& measured)
{
    const std::unique_ptr<BenchFleet> fleet = wishes.lab.isEmpty()
                                                  ? BenchFleet::simulated(size, wishes.conditions)
                                                  : BenchFleet::lab(wishes.lab, wishes.home, wishes.images);
    if (!fleet)
        return QStringLiteral("the blueprint cannot be read");
    const QString notUp = fleet->begin();
    const QString failure = notUp.isEmpty() ? measure(*fleet, wishes.conditions.rounds, measured) : notUp;
    fleet->end();
    return failure;
}

bool print(const Wishes& wishes, const QList<Measured>& sizes)
{
    const bool jsonOut = wishes.json == u"-";
    QTextStream(jsonOut ? stderr : stdout) << toText(wishes.conditions, sizes);
    if (wishes.json.isEmpty())
        return true;
    QFile file(wishes.json);
    const bool open = jsonOut ? file.open(stdout, QIODevice::WriteOnly) : file.open(QIODevice::WriteOnly);
    return open && file.write(QJsonDocument(toJson(wishes.conditions, sizes)).toJson()) > 0 && file.flush();
}

int run(const Wishes& wishes)
{
    QList<Measured> sizes;
    for (const int size : wishes.sizes) {
        Measured measured;
        const QString failure = measureSize(wishes, size, measured);
        if (!failure.isEmpty())
            return complain(Failed, failure);
        sizes.append(measured);
    }
    if (!print(wishes, sizes))
        return complain(Failed, QStringLiteral("cannot write ") + wishes.json);
    if (failedOf(sizes) > 0)
        return complain(Failed, QStringLiteral("%1 requests failed").arg(failedOf(sizes)));
    return wishes.strict && !withinBudget(wishes.conditions, sizes) ? OverBudget : Fine;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("bench_swap"));
    QCommandLineParser parser;
    describe(parser);
    if (const std::optional<int> ended = endsAtOnce(parser))
        return *ended;
    const std::optional<Wishes> wishes = wishesOf(parser);
    return wishes ? run(*wishes) : complain(WrongArguments, QStringLiteral("see --help"));
}
