// SPDX-License-Identifier: GPL-3.0-or-later
// How long it takes to look at many hosts: by Snowmelt with nothing remembered, again, and again over connections that
// are still there ("kept": what a window does; measured from within, the hosts' CPU is not told), by parallel OpenSSH
// that runs the same script, and by Ansible (setup, package_facts, service_facts, find with checksums) where it is
// installed.
//
// The files that are looked at by default are as many as a small server has. The hosts are sshd of this machine. Each
// way runs in processes of its own and is measured from outside; the files are read once before, so that nobody is the
// first. Answers that are not whole count as failures.
//
// --json FILE (or - for standard output, the table then goes to standard error):
//   {"schema": "snowmelt.bench/1", "root", "atOnce", "ownNetwork": only the race's own bytes are counted,
//   "plainShell": no .bashrc is read for each command, "withinBudget",
//    "sizes": [{"hosts", "contestants": [{"name", "installed", "failure", "wallMs", "cpuMs", "hostCpuMs", "bytes",
//    "peakMemoryKiB"}], "ratios": {"firstByOpenSsh", "firstByAnsible", "keptByAnsible"}}]}
//
// Exit status: 0 measured; 1 a host or a contestant failed; 2 the arguments are wrong; 3 --strict was given and the
// budget was exceeded.
#include "tests/bench/bench_options.h"
#include "tests/bench/scan/contestants.h"
#include "tests/bench/scan/our_scan.h"
#include "tests/bench/scan/scan_figures.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QTextStream>

#include <algorithm>

using namespace snowmelt;
using namespace snowmelt::bench;

namespace {

void describe(QCommandLineParser& parser)
{
    parser.setApplicationDescription(QStringLiteral(
        "Measures scans by Snowmelt, parallel OpenSSH and Ansible, in one run.\n"
        "Exit status: 0 measured, 1 something failed, 2 wrong arguments, 3 over the budget (--strict)."));
    parser.addOption(option("hosts", "How many, one run for each.", "N,N,...", "20,200"));
    parser.addOption(option("at-once", "Hosts at the same time.", "N", "16"));
    parser.addOption(option("root", "The folder whose files are looked at.", "FOLDER", "/usr/share/doc"));
    parser.addOption(option("no-ansible", "Without Ansible, which takes longest by far."));
    parser.addOption(option("strict", "Exit with 3 when the budget is exceeded."));
    parser.addOption(option("quick", "Two hosts and no Ansible, to see that everything works."));
    parser.addOption(option("json", "Writes the figures to a file; - is standard output.", "FILE"));
    QCommandLineOption ours = option("ours", "", "FOLDER");
    ours.setFlags(QCommandLineOption::HiddenFromHelp); // what it runs itself as
    parser.addOption(ours);
    QCommandLineOption kept = option("kept", "");
    kept.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(kept);
}

bool print(const QString& path, const ScanConditions& conditions, const QList<ScanFigures>& sizes)
{
    const bool jsonOut = path == u"-";
    QTextStream(jsonOut ? stderr : stdout) << toText(conditions, sizes);
    if (path.isEmpty())
        return true;
    QFile file(path);
    const bool open = jsonOut ? file.open(stdout, QIODevice::WriteOnly) : file.open(QIODevice::WriteOnly);
    return open && file.write(QJsonDocument(toJson(conditions, sizes)).toJson()) > 0 && file.flush();
}

bool hasFailure(const QList<ScanFigures>& sizes)
{
    return std::ranges::any_of(sizes, [](const ScanFigures& figures) {
        return std::ranges::any_of(figures.costs, [](const ScanCost& cost) { return !cost.failure.isEmpty(); });
    });
}

int run(const QCommandLineParser& parser, const QList<int>& counts, const ScanRace& race)
{
    ScanConditions conditions{QFile::decodeName(race.root), race.atOnce, enterOwnNetwork(), hideShellStart()};
    QList<ScanFigures> sizes;
    for (const int count : counts) {
        ScanHosts hosts;
        const QString failure = hosts.start(count);
        if (!failure.isEmpty())
            return complain(Failed, failure);
        sizes.append({count, raceOver(hosts, race)});
    }
    if (!print(parser.value(QStringLiteral("json")), conditions, sizes))
        return complain(Failed, QStringLiteral("cannot write ") + parser.value(QStringLiteral("json")));
    if (hasFailure(sizes))
        return Failed;
    return parser.isSet(QStringLiteral("strict")) && !withinBudget(sizes) ? OverBudget : Fine;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("bench_scan"));
    QCommandLineParser parser;
    describe(parser);
    if (const std::optional<int> ended = endsAtOnce(parser))
        return *ended;
    constexpr int mostHosts = 250 * 250; // each has a loopback address
    const bool quick = parser.isSet(QStringLiteral("quick"));
    const auto counts = quick ? QList<int>{2} : numbers(parser.value(QStringLiteral("hosts")), mostHosts);
    const auto atOnce = numbers(parser.value(QStringLiteral("at-once")), 1000);
    const QByteArray root = QFile::encodeName(parser.value(QStringLiteral("root")));
    if (!counts || !atOnce || atOnce->size() != 1 || !root.startsWith('/') || !parser.positionalArguments().isEmpty())
        return complain(WrongArguments, QStringLiteral("see --help"));
    const QString ours = parser.value(QStringLiteral("ours"));
    if (!ours.isEmpty())
        return scanOurWay({ours + u"/hosts", ours, root, atOnce->first(), parser.isSet(QStringLiteral("kept"))});
    const bool ansible = !quick && !parser.isSet(QStringLiteral("no-ansible"));
    return run(parser, *counts, {root, atOnce->first(), ansible});
}
