// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/dot.h"
#include "models/export/mermaid.h"
#include "tests/models/export/hostile_fleet.h"

#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace snowmelt;

namespace {

const ExportHead head{QStringLiteral("podman"), QDateTime(QDate(2026, 3, 5), QTime(12, 0), Qt::UTC)};

/// What `dot` makes of it: texts and tool tips of its SVG; nothing when it refuses.
struct Drawn
{
    QStringList texts;
    QStringList tips;
    int nodes = 0;
    int edges = 0;
    int clusters = 0;
    QString complaint;
};

Drawn drawn(const QByteArray& text)
{
    Drawn result;
    const QString tool = QStandardPaths::findExecutable(QStringLiteral("dot"));
    if (tool.isEmpty()) {
        result.complaint = QStringLiteral("dot is missing: install graphviz");
        return result;
    }
    QProcess process;
    process.start(tool, {QStringLiteral("-Tsvg")});
    process.write(text);
    process.closeWriteChannel();
    process.waitForFinished(110000);
    result.complaint = QString::fromUtf8(process.readAllStandardError());
    if (process.exitCode() != 0)
        result.complaint += QStringLiteral("exit %1").arg(process.exitCode());
    QXmlStreamReader xml(process.readAllStandardOutput());
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"text")
            result.texts << xml.readElementText();
        else if (xml.name() == u"a")
            result.tips << xml.attributes().value(QStringLiteral("xlink:title")).toString();
        const auto kind = xml.attributes().value(QStringLiteral("class"));
        result.nodes += kind == u"node" ? 1 : 0;
        result.edges += kind == u"edge" ? 1 : 0;
        result.clusters += kind == u"cluster" ? 1 : 0;
    }
    if (xml.hasError())
        result.complaint += xml.errorString();
    return result;
}

/// Every line of a flowchart is one of few shapes, and every label one quoted string without syntax in it.
QString strangeLine(const QByteArray& mermaid)
{
    static const QString label = QStringLiteral("\"(?:[^\"<>\\[\\]{}|`&\\\\]|<br/>)*\"");
    static const QString name = QStringLiteral("(?:n\\d+|legend_?[a-z]*)");
    static const QRegularExpression known(
        QStringLiteral("^(?:---|title: \"(?:[^\"\\\\]|\\\\.)*\"|%%.*|flowchart LR|end"
                       "|subgraph NAME\\[LABEL\\]"
                       "|NAME(?:\\(\\[LABEL\\]\\)|\\{\\{LABEL\\}\\}|\\[\\(LABEL\\)\\]|\\[\\[LABEL\\]\\]|\\[LABEL\\])"
                       "|NAME (?:-->|---|-\\.->)(?:\\|LABEL\\|)? NAME"
                       "|style NAME [\\w#,: -]+|classDef [a-z]+ [\\w#,: -]+|class NAME(?:,NAME)* [a-z]+"
                       "|linkStyle \\d+(?:,\\d+)* stroke:#\\w+)$")
            .replace(QStringLiteral("NAME"), name)
            .replace(QStringLiteral("LABEL"), label));
    const QStringList lines = QString::fromUtf8(mermaid).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        if (!known.match(line.trimmed()).hasMatch())
            return line;
    }
    return {};
}

Diagram hostileDiagram()
{
    const auto [blueprint, fleet] = sample::hostile();
    return layoutFleet(blueprint, fleet);
}

Diagram grandDiagram()
{
    const Blueprint blueprint = sample::grand();
    return layoutFleet(blueprint, sample::up(blueprint));
}

DiagramEdge edgeBetween(const Diagram& diagram, const QString& from, const QString& to, EdgeKind kind)
{
    DiagramEdge edge;
    edge.from = diagram.indexOf(from);
    edge.to = diagram.indexOf(to);
    edge.kind = kind;
    return edge;
}

/// The line of a file that has all of these.
QString lineWith(const QByteArray& file, const QStringList& wanted)
{
    const QStringList lines = QString::fromUtf8(file).split(u'\n');
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const QString& line) {
        return std::all_of(wanted.begin(), wanted.end(), [&](const QString& text) { return line.contains(text); });
    });
    return found == lines.end() ? QString() : *found;
}

} // namespace

class TestFormats : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dotDrawsThem_data();
    void dotDrawsThem();
    void dotKeepsNames();
    void mermaidHasNoStrangeLine();
    void mermaidBalances();
    void mermaidStaysWithinItsOwnBounds();
    void thousandsAreOneBox();
    void plannedIsSaidOnce();
    void theHeadIsWhole();
    void driftIsNeverSilent();
    void legendsNameSides();
    void oneNodeSpeaksForNoGroup();
    void darkPaper();
};

void TestFormats::dotDrawsThem_data()
{
    QTest::addColumn<Diagram>("diagram");
    QTest::newRow("shop") << layoutFleet(sample::shop(), {});
    QTest::newRow("swap") << layoutFleet(sample::shop(), sample::swapping(sample::shop()));
    QTest::newRow("grand") << grandDiagram();
    QTest::newRow("hostile") << hostileDiagram();
    QTest::newRow("empty") << Diagram();
    for (quint32 seed = 1; seed <= 5; ++seed) {
        const auto [blueprint, fleet] = sample::anything(seed);
        QTest::addRow("seed %u", seed) << layoutFleet(blueprint, fleet);
    }
}

void TestFormats::dotDrawsThem()
{
    QFETCH(Diagram, diagram);
    const Drawn result = drawn(dotOf(diagram, head));
    QCOMPARE(result.complaint, QString());
    const auto leaves = std::count_if(diagram.boxes.begin(), diagram.boxes.end(), [](const DiagramBox& box) {
        return box.kind != BoxKind::Group && box.kind != BoxKind::Zone;
    });
    QVERIFY(result.nodes >= leaves);
    // Between two boxes there is one line, whatever they have to do with each other.
    QSet<std::pair<int, int>> pairs;
    for (const DiagramEdge& edge : diagram.edges)
        pairs.insert({edge.from, edge.to});
    QCOMPARE(result.edges, int(pairs.size()));
    QCOMPARE(strangeLine(mermaidOf(diagram, head)), QString());
}

void TestFormats::dotKeepsNames()
{
    const Drawn result = drawn(dotOf(hostileDiagram(), head));
    QCOMPARE(result.complaint, QString());
    for (const QString& name : {u"a\"b"_qs, u"<script>alert(1)</script>"_qs, u"x]]>&amp;&#10;"_qs, u"back\\slash\\"_qs,
                                u"} } digraph x { a -> b"_qs, u"웹서버-가나다"_qs, u"tab\\there\\nline\\x1b[31m"_qs})
        QVERIFY2(result.texts.contains(name), qPrintable(name + u" not in " + result.texts.join(u'\n')));
    QVERIFY2(result.tips.contains(QString(200, u'n')), "the whole of a long name is in its tool tip");
}

void TestFormats::mermaidHasNoStrangeLine()
{
    QCOMPARE(strangeLine(mermaidOf(hostileDiagram(), head)), QString());
    QCOMPARE(strangeLine("flowchart LR\n  n1[\"a\"] --> \"x\n"), QStringLiteral("  n1[\"a\"] --> \"x"));
}

void TestFormats::mermaidBalances()
{
    Diagram diagram = grandDiagram();
    diagram.edges = {edgeBetween(diagram, u"edge"_qs, u"edge-b"_qs, EdgeKind::Pair),
                     edgeBetween(diagram, u"orders"_qs, u"orders-b"_qs, EdgeKind::Replica)};
    const QString text = QString::fromUtf8(mermaidOf(diagram, head));
    int depth = 0;
    for (const QString& line : text.split(u'\n')) {
        depth += line.trimmed().startsWith(u"subgraph ") ? 1 : line.trimmed() == u"end" ? -1 : 0;
        QVERIFY(depth >= 0);
    }
    QCOMPARE(depth, 0);
    QVERIFY(text.contains(u"|\"pair\"|"));
    QVERIFY(text.contains(u"|\"replica\"|"));
    QVERIFY(text.contains(u"2026-03-05"));
    QVERIFY(text.contains(u"legend_healthy"));
}

void TestFormats::mermaidStaysWithinItsOwnBounds()
{
    Blueprint blueprint = sample::shop(90);
    for (int i = 0; i < 20; ++i) {
        Group group = blueprint.groups[0];
        group.name = u"group-" + QString::number(i);
        blueprint.groups << group;
        blueprint.balancers[0].serves << group.name;
    }
    const QByteArray text = mermaidOf(layoutFleet(blueprint, sample::up(blueprint)), head);
    QVERIFY2(text.size() < 50'000, qPrintable(QString::number(text.size())));
    QVERIFY(text.count("-->") + text.count("-.->") < 500);
}

void TestFormats::thousandsAreOneBox()
{
    const Blueprint blueprint = sample::shop(5000);
    const Diagram diagram = layoutFleet(blueprint, sample::up(blueprint));
    const QByteArray dot = dotOf(diagram, head);
    QVERIFY2(dot.size() < 20'000, qPrintable(QString::number(dot.size())));
    QVERIFY(dot.contains("5000 node(s), not listed one by one"));
    QVERIFY(!dot.contains("web-4711"));
    QCOMPARE(drawn(dot).complaint, QString());
}

/// Of a group by its count; of clients, which nobody creates, not at all; folded or not.
void TestFormats::plannedIsSaidOnce()
{
    const QString planned = u"not created yet"_qs;
    const Diagram diagram = layoutFleet(sample::shop(2), {});
    const QByteArray dot = dotOf(diagram, head);
    const QString group = lineWith(dot, {u"2 node(s), "_qs + planned});
    QVERIFY2(group.contains(u"web") && group.count(planned) == 1, qPrintable(group));
    QVERIFY2(group.contains(u"dotted"), qPrintable(group));
    QVERIFY(!lineWith(dot, {u"\"clients\""_qs}).contains(planned));
    const QString subgraph = lineWith(mermaidOf(diagram, head), {u"subgraph "_qs, u"web"_qs});
    QVERIFY2(subgraph.count(planned) == 1, qPrintable(subgraph));
    const QByteArray large = dotOf(layoutFleet(sample::shop(5000), {}), head);
    QVERIFY(large.contains("5000 node(s), not created yet"));
    QVERIFY(!large.contains("not listed one by one"));
}

/// Nothing of it is cut, it says whose day it is, and the makers' names are theirs.
void TestFormats::theHeadIsWhole()
{
    const Diagram diagram = layoutFleet(sample::shop(), {});
    const QString subtitle = u"podman · as the blueprint says, not seen yet · exported 2026-03-05 UTC"_qs;
    QVERIFY(QString::fromUtf8(dotOf(diagram, head)).contains(subtitle));
    const QString mermaid = QString::fromUtf8(mermaidOf(diagram, head));
    QVERIFY2(mermaid.startsWith(QString(u"---\ntitle: \"shop — "_qs + subtitle)), qPrintable(mermaid.left(200)));
    QVERIFY(mermaid.contains(u"HAProxy"));
    QVERIFY(mermaid.contains(u"PostgreSQL"));

    const ExportHead there{{}, QDateTime(QDate(2026, 3, 5), QTime(0, 30), Qt::OffsetFromUTC, 9 * 3600)};
    QVERIFY2(FigureText::subtitle(diagram, there).endsWith(u"exported 2026-03-05 UTC+09:00"),
             qPrintable(FigureText::subtitle(diagram, there)));
}

/// "Could not see" is not "the same".
void TestFormats::driftIsNeverSilent()
{
    FleetState fleet = sample::up(sample::shop());
    fleet.groups[0].nodes[0].driftCount = 2;
    fleet.groups[0].nodes[1].driftCount.reset();
    fleet.groups[0].nodes[2].driftComplete = false;
    const QByteArray dot = dotOf(layoutFleet(sample::shop(), fleet), head);
    QVERIFY(lineWith(dot, {u"web-1"_qs}).contains(u"drift: 2 difference"));
    QVERIFY(lineWith(dot, {u"web-2"_qs}).contains(u"drift: not scanned"));
    QVERIFY(lineWith(dot, {u"web-3"_qs}).contains(u"drift: not all seen"));
}

void TestFormats::legendsNameSides()
{
    const Diagram swap = layoutFleet(sample::shop(), sample::swapping(sample::shop()));
    for (const QByteArray& file : {dotOf(swap, head), mermaidOf(swap, head)}) {
        QVERIFY(!lineWith(file, {u"legend_"_qs, u"\"blue\""_qs}).isEmpty());
        QVERIFY(!lineWith(file, {u"legend_"_qs, u"\"green\""_qs}).isEmpty());
        QVERIFY(!lineWith(file, {u"legend_note"_qs, u"no new traffic"_qs}).isEmpty());
    }
    QVERIFY(!dotOf(layoutFleet(sample::shop(), sample::up(sample::shop())), head).contains("legend_side"));
}

/// Of a group whose nodes are not listed nothing is said that is so of its first node only.
void TestFormats::oneNodeSpeaksForNoGroup()
{
    FleetState fleet = sample::up(sample::shop());
    fleet.groups[0].nodes[0].share = 0;
    fleet.groups[0].nodes[0].health = Health::Draining;
    const Diagram diagram = layoutFleet(sample::shop(), fleet);
    const QByteArray listed = mermaidOf(diagram, head);
    QVERIFY(listed.contains("-.->") && listed.contains("33 #37;"));
    const QByteArray folded = mermaidOf(diagram, head, {0, 0});
    QVERIFY(!folded.contains("-.->"));
    QVERIFY(!folded.contains("33 #37;"));
    QVERIFY(!folded.contains("open session"));
}

void TestFormats::darkPaper()
{
    ExportHead dark = head;
    dark.ink.dark = true;
    dark.ink.paper = QStringLiteral("#181d24");
    const Diagram diagram = grandDiagram();
    QVERIFY(mermaidOf(diagram, dark).contains("\"theme\": \"dark\""));
    QVERIFY(dotOf(diagram, dark).contains("bgcolor=\"#181d24\""));
}

QTEST_GUILESS_MAIN(TestFormats)
#include "tst_formats.moc"
