// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/likely_causes.h"

#include <algorithm>

namespace snowmelt {

namespace {

// What a run may be late with, by the node's own clock: file systems and logs keep whole seconds.
constexpr int slack = 5;
constexpr int afterRun = 60;      ///< triggers run after the last package
constexpr int afterCommand = 180; ///< an editor is open for a while
constexpr int sameMinute = 60;

/// The file whose change would be seen as this difference; empty: none.
QByteArray pathOf(const Difference& difference)
{
    if (difference.section == DriftSection::Files || difference.section == DriftSection::Certificates)
        return difference.key;
    const bool isLine = difference.section == DriftSection::Sudoers || difference.section == DriftSection::Schedules;
    const qsizetype colon = difference.key.indexOf(": ");
    const bool hasFile = isLine && difference.key.startsWith('/');
    return hasFile ? difference.key.left(colon < 0 ? difference.key.size() : colon) : QByteArray();
}

bool isFileGone(const Difference& difference)
{
    return difference.kind == DifferenceKind::Removed &&
           (difference.section == DriftSection::Files || difference.section == DriftSection::Certificates);
}

QString packageOf(const Difference& difference)
{
    if (difference.section != DriftSection::Packages)
        return {};
    return QString::fromUtf8(difference.key).section(u':', 0, 0); // "libc6:i386"
}

/// A difference and when it came about; `at` is null where nobody knows.
struct Timed
{
    int index = 0;
    QString package; ///< empty: no package
    bool removed = false;
    QByteArray path;
    ChangeTrace trace;

    Evidence evidence() const
    {
        const EvidenceKind kind = package.isEmpty() ? EvidenceKind::ChangeTime : EvidenceKind::PackageTime;
        return {kind, trace.at, package.isEmpty() ? displayText(path) : package};
    }
};

QList<Timed> timesOf(const QList<Difference>& differences, const Traces& traces)
{
    QList<Timed> all;
    for (int i = 0; i < differences.size(); ++i) {
        const Difference& difference = differences.at(i);
        Timed one{i, packageOf(difference), difference.kind == DifferenceKind::Removed, pathOf(difference), {}};
        if (!one.package.isEmpty() && !one.removed)
            one.trace = traces.packages.value(QString::fromUtf8(difference.key));
        else if (!one.path.isEmpty() && !isFileGone(difference))
            one.trace = traces.files.value(one.path);
        if (one.trace.at.isValid() || (one.removed && !one.package.isEmpty()))
            all.append(one);
    }
    return all;
}

bool isWithin(const QDateTime& at, const QDateTime& from, const QDateTime& to)
{
    return at.isValid() && at >= from && at <= to;
}

/// Finds the causes one kind after the other: what is explained is not explained again.
class Inference
{
public:
    Inference(const QList<Difference>& differences, const Traces& traces)
        : m_traces(traces), m_open(timesOf(differences, traces))
    {
    }
    QList<LikelyCause> run();

private:
    void byApt();
    void byDpkg();
    void bySudo();
    void byMinute();
    template <typename Fits>
    QList<Timed> take(Fits fits);
    bool isOf(const AptRun& run, const Timed& one) const;
    const PackageAct* actOf(const Timed& one) const;
    void tell(LikelyCauseKind kind, const QString& person, QList<Evidence> evidence, const QList<Timed>& things);
    void addAsker(const QDateTime& begin, QString& person, QList<Evidence>& evidence) const;
    void addAct(const QList<Timed>& things, QList<Evidence>& evidence) const;

    const Traces& m_traces;
    QList<Timed> m_open;
    QList<LikelyCause> m_causes;
};

template <typename Fits>
QList<Timed> Inference::take(Fits fits)
{
    QList<Timed> taken;
    std::ranges::copy_if(m_open, std::back_inserter(taken), fits);
    m_open.removeIf(fits);
    return taken;
}

/// A thing that rests on a time has it told as well: the first of each kind.
void addTimes(const QList<Timed>& things, QList<Evidence>& evidence)
{
    QSet<EvidenceKind> told;
    for (const Timed& one : things) {
        if (one.trace.at.isValid() && !told.contains(one.evidence().kind)) {
            told.insert(one.evidence().kind);
            evidence.append(one.evidence());
        }
    }
}

void Inference::tell(LikelyCauseKind kind, const QString& person, QList<Evidence> evidence, const QList<Timed>& things)
{
    LikelyCause cause{kind, person, std::move(evidence), {}};
    for (const Timed& one : things)
        cause.differences.append(one.index);
    std::ranges::sort(cause.differences);
    m_causes.append(cause);
}

bool Inference::isOf(const AptRun& run, const Timed& one) const
{
    const bool then = isWithin(one.trace.at, run.from.addSecs(-slack), run.to.addSecs(afterRun));
    if (one.package.isEmpty())
        return then;
    return one.removed ? run.removed.contains(one.package) : then && run.packages.contains(one.package);
}

/// Who typed it, when sudo says so and nobody else does.
void Inference::addAsker(const QDateTime& begin, QString& person, QList<Evidence>& evidence) const
{
    static const QStringList tools{u"apt"_qs, u"dpkg"_qs, u"aptitude"_qs, u"unattended-upgrade"_qs};
    for (const SudoRun& run : m_traces.sudo) {
        const QString program = run.command.section(u' ', 0, 0).section(u'/', -1);
        const bool isTool = std::ranges::any_of(tools, [&](const QString& tool) { return program.startsWith(tool); });
        if (!isTool || !isWithin(run.at, begin.addSecs(-afterCommand), begin.addSecs(slack)))
            continue;
        if (!person.isEmpty() && person != run.person)
            continue;
        person = run.person;
        evidence.append({EvidenceKind::SudoLog, run.at, run.command});
        return;
    }
}

const PackageAct* Inference::actOf(const Timed& one) const
{
    for (auto act = m_traces.dpkg.crbegin(); act != m_traces.dpkg.crend(); ++act) {
        const bool then =
            one.removed || isWithin(act->at, one.trace.at.addSecs(-afterRun), one.trace.at.addSecs(afterRun));
        if (act->package == one.package && act->isRemoval == one.removed && then)
            return &*act;
    }
    return nullptr;
}

void Inference::addAct(const QList<Timed>& things, QList<Evidence>& evidence) const
{
    for (const Timed& one : things) {
        if (const PackageAct* act = one.package.isEmpty() ? nullptr : actOf(one)) {
            evidence.append({EvidenceKind::PackageLog, act->at, act->text});
            return;
        }
    }
}

void Inference::byApt()
{
    // The newest run first: what it did is what is there.
    for (auto run = m_traces.apt.crbegin(); run != m_traces.apt.crend(); ++run) {
        const QList<Timed> things = take([&](const Timed& one) { return isOf(*run, one); });
        if (things.isEmpty())
            continue;
        QString person = run->person;
        QList<Evidence> evidence{{EvidenceKind::AptLog, run->from, run->command}};
        addAct(things, evidence);
        addTimes(things, evidence);
        addAsker(run->from, person, evidence);
        tell(LikelyCauseKind::PackageRun, person, evidence, things);
    }
}

void Inference::byDpkg()
{
    for (;;) {
        const auto known = [this](const Timed& one) { return !one.package.isEmpty() && actOf(one); };
        const auto first = std::ranges::find_if(m_open, known);
        if (first == m_open.end())
            return;
        const QDateTime at = actOf(*first)->at;
        const QList<Timed> things = take([&](const Timed& one) {
            const QDateTime then = known(one) ? actOf(one)->at : one.package.isEmpty() ? one.trace.at : QDateTime();
            return isWithin(then, at.addSecs(-sameMinute), at.addSecs(sameMinute));
        });
        QString person;
        QList<Evidence> evidence;
        addAct(things, evidence);
        addTimes(things, evidence);
        addAsker(at, person, evidence);
        tell(LikelyCauseKind::PackageRun, person, evidence, things);
    }
}

void Inference::bySudo()
{
    for (auto run = m_traces.sudo.crbegin(); run != m_traces.sudo.crend(); ++run) {
        const QList<Timed> things = take([&](const Timed& one) {
            return isWithin(one.trace.at, run->at.addSecs(-slack), run->at.addSecs(afterCommand));
        });
        if (things.isEmpty())
            continue;
        QList<Evidence> evidence{{EvidenceKind::SudoLog, run->at, run->command}};
        addTimes(things, evidence);
        const auto owned = std::ranges::find_if(
            things, [&run](const Timed& one) { return one.trace.owner == run->person && !one.path.isEmpty(); });
        if (owned != things.end())
            evidence.append({EvidenceKind::FileOwner, {}, run->person});
        tell(LikelyCauseKind::CommandRun, run->person, evidence, things);
    }
}

void Inference::byMinute()
{
    std::ranges::stable_sort(m_open, {}, [](const Timed& one) { return one.trace.at; });
    m_open.removeIf([](const Timed& one) { return !one.trace.at.isValid(); });
    while (!m_open.isEmpty()) {
        const QDateTime from = m_open.constFirst().trace.at;
        const QList<Timed> things =
            take([&](const Timed& one) { return isWithin(one.trace.at, from, from.addSecs(sameMinute)); });
        if (things.size() < 2)
            continue;
        QList<Evidence> evidence{things.constFirst().evidence(), things.constLast().evidence()};
        const QString owner = things.constFirst().trace.owner;
        const bool oneOwner = std::ranges::all_of(things, [&](const Timed& one) { return one.trace.owner == owner; });
        if (oneOwner && !owner.isEmpty())
            evidence.append({EvidenceKind::FileOwner, {}, owner});
        tell(LikelyCauseKind::ChangedAlso, {}, evidence, things);
    }
}

QList<LikelyCause> Inference::run()
{
    byApt();
    byDpkg();
    bySudo();
    byMinute();
    return m_causes;
}

template <typename List, typename Item>
void addOnce(List& list, const Item& item)
{
    if (!item.isEmpty() && !list.contains(item))
        list.append(item);
}

} // namespace

TracesWanted tracesWanted(const QList<Difference>& differences)
{
    TracesWanted wanted;
    for (const Difference& difference : differences) {
        if (difference.section == DriftSection::Packages)
            addOnce(wanted.packages, QString::fromUtf8(difference.key));
        else if (!isFileGone(difference) && wanted.paths.size() < 200)
            addOnce(wanted.paths, pathOf(difference));
    }
    return wanted;
}

QList<LikelyCause> likelyCauses(const QList<Difference>& differences, const Traces& traces)
{
    return Inference(differences, traces).run();
}

} // namespace snowmelt
