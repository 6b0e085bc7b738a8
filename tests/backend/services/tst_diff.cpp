// SPDX-License-Identifier: GPL-3.0-or-later
// Nodes of the simulation that say which packages they have: which of the blueprint's rules "diff" applies to whom.
#include "backend/platform/simulation/simulation_platform.h"
#include "backend/services/verbs.h"
#include "models/domain/blueprint/parse_blueprint.h"

#include <QCoro/QCoroTask>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace snowmelt;

namespace {

Blueprint blueprint(const QList<IgnoreRule>& rules = {})
{
    const QString path = QStringLiteral(SNOWMELT_SOURCE_DIR "/tests/support/blueprints/two-groups/two-groups.yaml");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no blueprint");
    Blueprint read = parseBlueprint(file.readAll(), path).value;
    read.drift.ignore = rules;
    return read;
}

IgnoreRule hiding(const QString& package, const QStringList& groups = {})
{
    IgnoreRule rule;
    rule.section = DriftSection::Packages;
    rule.match = package;
    rule.groups = groups;
    return rule;
}

using Versions = QMap<QString, QByteArray>; ///< package → version

std::optional<ExecResult> answer(const Versions& versions, const ExecRequest& request)
{
    static const QRegularExpression hex(QStringLiteral("[0-9a-f]{32}"));
    if (!request.script.contains("dpkg-query"))
        return std::nullopt;
    const QByteArray nonce = hex.match(QString::fromLatin1(request.script)).captured().toLatin1();
    ExecResult result;
    result.out = '\n' + nonce + " begin packages\n";
    for (auto package = versions.cbegin(); package != versions.cend(); ++package)
        result.out += "ii \t" + package.key().toUtf8() + '\t' + *package + "\tamd64\t1793700000\n";
    result.out += '\n' + nonce + " end packages 0\n";
    return result;
}

/// "nginx: web-2 api-1", of each row.
QStringList told(const GroupDrift& drift, const QList<GroupDifference>& rows)
{
    QStringList lines;
    for (const GroupDifference& row : rows) {
        QString line = QString::fromUtf8(row.key) + u':';
        for (const NodeDifference& one : row.differs)
            line += u' ' + drift.nodes.at(one.node).name;
        lines.append(line);
    }
    return lines;
}

QList<GroupDifference> hiddenRows(const GroupDrift& drift)
{
    QList<GroupDifference> rows;
    for (const HiddenGroupDifference& hidden : drift.hidden)
        rows.append(hidden.difference);
    return rows;
}

} // namespace

class TestDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_rooms = std::make_unique<Rooms>(m_home->path());
        QCOMPARE(run(UpIntent{}, {}).outcome, OutcomeKind::Done);
        for (const char* node : {"web-1", "web-2", "api-1", "api-2"})
            m_versions[QString::fromLatin1(node)] = {{u"curl"_qs, "7"}, {u"nginx"_qs, "1.22"}};
        const auto say = [this](const NodeFacts& node, const ExecRequest& request) {
            return answer(m_versions.value(node.name), request);
        };
        static_cast<SimulationPlatform*>(m_rooms->platform(u"simulation"_qs))->setExecAnswer(say);
    }
    void cleanup()
    {
        (void)run(DownIntent{true}, {}); // addresses are of the host
        m_rooms.reset();
    }

    void withoutRulesEverythingIsShown()
    {
        m_versions[u"web-2"_qs] = {{u"curl"_qs, "8"}, {u"nginx"_qs, "1.23"}};
        const GroupDrift drift = diff({u"web"_qs, {}, u"web-1"_qs}, {});
        QCOMPARE(told(drift, drift.differences), (QStringList{u"curl: web-2"_qs, u"nginx: web-2"_qs}));
        QVERIFY(drift.hidden.isEmpty());
    }

    void aRuleOfTheBlueprintHides()
    {
        m_versions[u"web-2"_qs] = {{u"curl"_qs, "8"}, {u"nginx"_qs, "1.23"}};
        const IgnoreRule rule = hiding(u"nginx"_qs);
        const GroupDrift drift = diff({u"web"_qs, {}, u"web-1"_qs}, {rule});
        QCOMPARE(told(drift, drift.differences), QStringList{u"curl: web-2"_qs});
        QCOMPARE(told(drift, hiddenRows(drift)), QStringList{u"nginx: web-2"_qs});
        QCOMPARE(drift.hidden.first().rule, rule);
    }

    void aRuleOfAnotherGroupDoesNot()
    {
        m_versions[u"web-2"_qs][u"nginx"_qs] = "1.23";
        const GroupDrift drift = diff({u"web"_qs, {}, u"web-1"_qs}, {hiding(u"nginx"_qs, {u"api"_qs})});
        QCOMPARE(told(drift, drift.differences), QStringList{u"nginx: web-2"_qs});
        QVERIFY(drift.hidden.isEmpty());
    }

    void nodesThatWerePickedAreEachOfTheirGroup()
    {
        m_versions[u"web-2"_qs][u"nginx"_qs] = "1.23";
        m_versions[u"api-2"_qs][u"nginx"_qs] = "1.23";
        const QStringList nodes{u"api-2"_qs, u"web-1"_qs, u"web-2"_qs, u"api-1"_qs}; // not as they are listed
        const GroupDrift drift = diff({{}, nodes, u"web-1"_qs}, {hiding(u"nginx"_qs, {u"web"_qs})});
        QCOMPARE(told(drift, drift.differences), QStringList{u"nginx: api-2"_qs});
        QCOMPARE(told(drift, hiddenRows(drift)), QStringList{u"nginx: web-2"_qs});
    }

    void aRuleEndsWithItsLastDay()
    {
        m_versions[u"web-2"_qs] = {{u"curl"_qs, "8"}, {u"nginx"_qs, "1.23"}};
        const QDate today = QDateTime::currentDateTimeUtc().date();
        IgnoreRule over = hiding(u"nginx"_qs);
        over.until = today.addDays(-1);
        IgnoreRule stands = hiding(u"curl"_qs);
        stands.until = today.addDays(1);
        const GroupDrift drift = diff({u"web"_qs, {}, u"web-1"_qs}, {over, stands});
        QCOMPARE(told(drift, drift.differences), QStringList{u"nginx: web-2"_qs});
        QCOMPARE(drift.expired, (QList<ExpiredRule>{{over, 1}}));
    }

private:
    template <typename Verb>
    Finished run(const Verb& intent, const QList<IgnoreRule>& rules)
    {
        m_told.clear();
        const auto operation = std::make_shared<Operation>(QUuid::createUuid().toString(QUuid::WithoutBraces),
                                                           Request{blueprint(rules), intent, {}}, *m_rooms,
                                                           [this](const Event& event) { m_told.append(event); });
        return QCoro::waitFor(runVerb(operation, intent));
    }

    GroupDrift diff(const DiffIntent& intent, const QList<IgnoreRule>& rules)
    {
        const Finished finished = run(intent, rules);
        for (const Event& event : std::as_const(m_told)) {
            if (const auto* compared = std::get_if<NodesCompared>(&event.body))
                return compared->drift;
        }
        qWarning("nothing was compared: %s", finished.error ? qPrintable(finished.error->detail) : "no error");
        return {};
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Rooms> m_rooms;
    QMap<QString, Versions> m_versions; ///< by node
    QList<Event> m_told;
};

QTEST_GUILESS_MAIN(TestDiff)
#include "tst_diff.moc"
