// SPDX-License-Identifier: GPL-3.0-or-later
// Any blueprint, laid out in any way, with any edit: the text then says what the edit means, and keeps the rest.
#include "models/domain/blueprint/parse_blueprint.h"
#include "models/editing/edited.h"
#include "models/editing/revised.h"
#include "tests/models/editing/any_edit.h"
#include "tests/models/editing/any_layout.h"

#include <QRegularExpression>
#include <QTest>

using namespace snowmelt;

namespace {

QStringList commentsOf(const QByteArray& text)
{
    static const QRegularExpression comment(QStringLiteral("#c\\d+"));
    QStringList comments;
    for (auto match = comment.globalMatch(QString::fromUtf8(text)); match.hasNext();)
        comments += match.next().captured();
    return comments;
}

bool isPartOf(const QStringList& some, const QStringList& all)
{
    qsizetype found = 0;
    for (const QString& each : all) {
        if (found < some.size() && some[found] == each)
            ++found;
    }
    return found == some.size();
}

bool takesAway(const Edit& edit)
{
    return std::holds_alternative<Delete>(edit) || std::holds_alternative<Disconnect>(edit);
}

bool addsOnly(const Edit& edit)
{
    return std::holds_alternative<AddBalancer>(edit) || std::holds_alternative<AddGroup>(edit) ||
           std::holds_alternative<AddDatabase>(edit) || std::holds_alternative<AddCache>(edit);
}

qsizetype bytesRemoved(const Edited& outcome)
{
    qsizetype removed = 0;
    for (const Splice& splice : outcome.splices)
        removed += splice.removed.size();
    return removed;
}

bool isOfTheOutcome(EditRefusal::Why why)
{
    return why == EditRefusal::Why::Invalid || why == EditRefusal::Why::Circle || why == EditRefusal::Why::Paired;
}

/// The parser is the judge of what is valid, on a text that has nothing to do with the one edited.
bool isValid(const Blueprint& blueprint)
{
    const Parsed<Blueprint> read = parseBlueprint(AnyLayout::plain(blueprint), blueprint.path);
    return read.ok() && read.value == blueprint;
}

} // namespace

class TestEditLayouts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsSayWhatTheyMean_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 8; ++seed)
            QTest::addRow("%u", seed) << seed;
    }
    void editsSayWhatTheyMean();
    void chainsOfEditsCanBeTakenBack();
    void brokenTextIsRefusedInPeace();

private:
    static void judge(const QByteArray& text, const Blueprint& blueprint, const Edit& edit, int& made);
};

void TestEditLayouts::judge(const QByteArray& text, const Blueprint& blueprint, const Edit& edit, int& made)
{
    const Blueprint meant = revised(blueprint, edit);
    const Edited outcome = edited(text, blueprint.path, edit);
    if (!outcome.ok()) {
        // Never because of the layout, and never when it could have been made.
        QVERIFY2(outcome.refusal->why != EditRefusal::Why::Layout, text.constData());
        QVERIFY2(outcome.refusal->why != EditRefusal::Why::Broken, text.constData());
        if (isOfTheOutcome(outcome.refusal->why))
            QVERIFY2(!isValid(meant), text.constData());
        return;
    }
    ++made;
    QVERIFY2(isValid(meant), text.constData());
    QVERIFY2(parseBlueprint(outcome.text, blueprint.path).value == meant, text.constData());
    QVERIFY2(outcome.blueprint == meant, text.constData());
    QCOMPARE(spliced(outcome.text, inverse(outcome.splices)), text);
    const QByteArray both = text + QByteArrayLiteral("\n----\n") + outcome.text;
    const QStringList before = commentsOf(text);
    const QStringList after = commentsOf(outcome.text);
    QVERIFY2(takesAway(edit) ? isPartOf(after, before) : after == before, both.constData());
    if (addsOnly(edit))
        QVERIFY2(bytesRemoved(outcome) <= 4, text.constData()); // "null" at most
    QCOMPARE(outcome.text.contains("\r\n"), text.contains("\r\n"));
    if (text.contains("\r\n"))
        QCOMPARE(outcome.text.count('\n'), outcome.text.count("\r\n"));
    QVERIFY2(text.endsWith('\n') == outcome.text.endsWith('\n'), both.constData());
}

void TestEditLayouts::editsSayWhatTheyMean()
{
    QFETCH(quint32, seed);
    QRandomGenerator dice(seed);
    int made = 0;
    for (int round = 0; round < 50; ++round) {
        const Blueprint blueprint = AnyBlueprint(dice).roll();
        const QByteArray text = AnyLayout(dice).write(blueprint);
        const Parsed<Blueprint> read = parseBlueprint(text, blueprint.path);
        for (const Problem& problem : read.problems)
            qWarning() << problem.line << problem.column << codeName(problem.code) << problem.args;
        QVERIFY2(read.ok() && read.value == blueprint, text.constData());
        for (int i = 0; i < 6; ++i) {
            judge(text, blueprint, AnyEdit(dice, blueprint).roll(), made);
            if (QTest::currentTestFailed())
                return;
        }
    }
    QVERIFY2(made > 100, qPrintable(QString::number(made)));
}

void TestEditLayouts::chainsOfEditsCanBeTakenBack()
{
    QRandomGenerator dice(77);
    for (int round = 0; round < 40; ++round) {
        Blueprint blueprint = AnyBlueprint(dice).roll();
        const QByteArray first = AnyLayout(dice).write(blueprint);
        QByteArray text = first;
        QList<QList<Splice>> done;
        for (int i = 0; i < 25; ++i) {
            const Edit edit = AnyEdit(dice, blueprint).roll();
            const Edited outcome = edited(text, blueprint.path, edit);
            QVERIFY2(outcome.ok() || outcome.refusal->why != EditRefusal::Why::Layout, text.constData());
            if (!outcome.ok())
                continue;
            QVERIFY(outcome.blueprint == revised(blueprint, edit));
            done.append(outcome.splices);
            text = outcome.text;
            blueprint = outcome.blueprint;
        }
        while (!done.isEmpty())
            text = spliced(text, inverse(done.takeLast()));
        QCOMPARE(text, first);
    }
}

/// Texts cut off, or with a byte changed, at any place: an answer, whatever it is, and a right one when it is yes.
void TestEditLayouts::brokenTextIsRefusedInPeace()
{
    QRandomGenerator dice(5);
    for (int round = 0; round < 300; ++round) {
        const Blueprint blueprint = AnyBlueprint(dice).roll();
        QByteArray text = AnyLayout(dice).write(blueprint);
        const int place = static_cast<int>(dice.bounded(int(text.size())));
        if (dice.bounded(2) == 0)
            text.truncate(place);
        else
            text[place] = "{}[]:,#\"'\n \t-&*!|>?%@\x80"[dice.bounded(22)];
        const Parsed<Blueprint> before = parseBlueprint(text, blueprint.path);
        const Edit edit = AnyEdit(dice, blueprint).roll();
        const Edited outcome = edited(text, blueprint.path, edit);
        QCOMPARE(!outcome.ok() && outcome.refusal->why == EditRefusal::Why::Broken, !before.ok());
        if (outcome.ok())
            QVERIFY2(outcome.blueprint == revised(before.value, edit), text.constData());
    }
}

QTEST_GUILESS_MAIN(TestEditLayouts)
#include "tst_edit_layouts.moc"
