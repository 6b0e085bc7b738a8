// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/scan/our_scan.h"

#include "backend/drift/probe_run.h"
#include "backend/drift/scan_round.h"
#include "backend/transport/ssh.h"
#include "models/domain/code_names.h"
#include "tests/bench/scan/scan_hosts.h"

#include <QCoro/QCoroTask>
#include <QElapsedTimer>
#include <QFile>
#include <QTextStream>

#include <sys/resource.h>

namespace snowmelt::bench {

namespace {

/// The hosts of the file, each by its node's name.
class ListedHosts : public Exec
{
public:
    QList<NodeFacts> read(const QString& path)
    {
        QList<NodeFacts> nodes;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return nodes;
        for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
            const QStringList words = line.split(u'\t');
            NodeFacts node;
            node.name = words.value(0);
            nodes.append(node);
            m_targets[node.name] = {node.name,      {words.value(1), words.value(2).toInt()},
                                    words.value(3), words.value(5),
                                    words.value(4), words.value(4) + u".pub"};
        }
        return nodes;
    }
    Task<ExecResult> exec(NodeFacts node, ExecRequest request, CallContext context) override
    {
        return m_ssh.exec(m_targets.value(node.name), std::move(request), std::move(context));
    }

private:
    QMap<QString, SshTarget> m_targets;
    SshExec m_ssh;
};

// What is running on this machine changes while it is looked at; its files are what all contestants must have seen.
QString whyNotSeen(const Result<FactsPtr>& found)
{
    if (!found.ok())
        return found.failed() ? QString(codeName(found.error().code) + u' ' + found.error().detail)
                              : QStringLiteral("cancelled");
    const bool seen = (*found)->seen.contains(DriftSection::Files) && (*found)->seen.contains(DriftSection::Packages);
    return seen && (*found)->hashedAll ? QString() : QStringLiteral("not all was seen");
}

} // namespace

namespace {

/// Does one thing to all hosts, some at once. `whole`: all of what all contestants look at must have been seen.
bool allHosts(const QList<NodeFacts>& nodes, const OurScan& scan, const std::function<Task<FactsPtr>(NodeFacts)>& look,
              bool whole)
{
    bool fine = !nodes.isEmpty();
    ScanRound<FactsPtr> round;
    round.nodes = nodes;
    round.atOnce = scan.atOnce;
    round.scan = look;
    round.begun = [](const NodeFacts&) {};
    round.ended = [&fine, whole](const NodeFacts& node, const Result<FactsPtr>& found) {
        const QString why = whole || !found.ok() ? whyNotSeen(found) : QString();
        fine = fine && why.isEmpty();
        if (!why.isEmpty())
            QTextStream(stderr) << node.name << u": " << why << u'\n';
    };
    QCoro::waitFor(scanAll(round));
    return fine;
}

qint64 ownCpuMs()
{
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    return (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000 +
           (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1000;
}

} // namespace

int scanOurWay(const OurScan& scan)
{
    ListedHosts hosts;
    const QList<NodeFacts> nodes = hosts.read(scan.hosts);
    const auto ask = [&](const NodeFacts& node, const QSet<DriftSection>& sections, const HashPlace& place) {
        const ProbeRequest request{makeNonce(), scan.root, {}, {}, sections};
        return runProbe(&hosts, node, request, CallContext::cleanup(std::chrono::minutes(20)), place);
    };
    const auto connect = [&ask](const NodeFacts& node) { return ask(node, {DriftSection::System}, {}); };
    const auto look = [&](const NodeFacts& node) {
        const QString file = scan.memories + u"/hashes/bench/" + node.name;
        return ask(node, allSections(), {file, node.name.toUtf8(), false});
    };
    if (scan.kept && !allHosts(nodes, scan, connect, false))
        return 1;
    const qint64 cpu = ownCpuMs();
    const qint64 bytes = bytesOverLoopback();
    QElapsedTimer clock;
    clock.start();
    if (!allHosts(nodes, scan, look, true))
        return 1;
    if (scan.kept)
        QTextStream(stdout) << QStringLiteral("MEASURED %1 %2 %3\n")
                                   .arg(clock.elapsed())
                                   .arg(ownCpuMs() - cpu)
                                   .arg(bytesOverLoopback() - bytes);
    return 0;
}

} // namespace snowmelt::bench
