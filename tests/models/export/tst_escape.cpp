// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/escape.h"
#include "models/export/fold.h"
#include "tests/models/export/hostile_fleet.h"

#include <QTest>

using namespace snowmelt;

class TestEscape : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void controlsAreShown()
    {
        QCOMPARE(escape::visible(QStringLiteral("a\x1b[31m\nb\u202E")),
                 QStringLiteral("a\\x1b[31m\\nb\\xe2\\x80\\xae"));
    }
    void mermaidHasNoSyntaxLeft()
    {
        QCOMPARE(escape::mermaid(QStringLiteral("a\"b]#1;")), QStringLiteral("a#34;b#93;#35;1#59;"));
        for (const QString& name : sample::hostileNames()) {
            const QString safe = escape::mermaid(name);
            for (const QChar bad : QStringLiteral("\"<>[]{}|`&\\%\n\t"))
                QVERIFY2(!safe.contains(bad), qPrintable(safe));
        }
        QCOMPARE(escape::mermaid(QStringLiteral("웹 1.0-a")), QStringLiteral("웹 1.0-a"));
    }
    void dotEndsNoString() { QCOMPARE(escape::dot(QStringLiteral("a\\\"&")), QStringLiteral("a\\\\\\\"&amp;")); }
    void markdownIsPlain()
    {
        QCOMPARE(escape::markdown(QStringLiteral("a|b_c<d>")), QStringLiteral("a\\|b\\_c\\<d\\>"));
    }
    void longNamesKeepBothEnds()
    {
        const QString text = u"head" + QString(200, u'x') + u"tail";
        const QString cut = escape::shortened(text, 21);
        QCOMPARE(cut.size(), 21);
        QVERIFY(cut.startsWith(u"head") && cut.endsWith(u"tail") && cut.contains(u'…'));
        const QString pairs = QStringLiteral("😀").repeated(50);
        QVERIFY(escape::shortened(pairs, 9).isValidUtf16());
        QCOMPARE(escape::shortened(QStringLiteral("short"), 5), QStringLiteral("short"));
    }
    void largeGroupsFold();
    void manyGroupsFoldUntilTheyFit();
};

void TestEscape::largeGroupsFold()
{
    const Blueprint blueprint = sample::shop(301);
    const Diagram diagram = layoutFleet(blueprint, sample::up(blueprint));
    const Fold fold(diagram, {});
    const int group = diagram.indexOf(QStringLiteral("web"));
    QVERIFY(fold.isFolded(group));
    QCOMPARE(fold.listed(), 0);
    QCOMPARE(fold.drawnAs(diagram.indexOf(QStringLiteral("web-7"))), group);
    QCOMPARE(fold.drawnAs(group), group);

    const Blueprint fewer = sample::shop(300);
    QCOMPARE(Fold(layoutFleet(fewer, sample::up(fewer)), {}).listed(), 300);
}

void TestEscape::manyGroupsFoldUntilTheyFit()
{
    Blueprint blueprint = sample::shop(50);
    for (int i = 0; i < 20; ++i) {
        Group group = blueprint.groups[0];
        group.name = u"g" + QString::number(i);
        group.size = 20 + i;
        blueprint.groups << group;
    }
    const Diagram diagram = layoutFleet(blueprint, {});
    const Fold fold(diagram, {1000, 300});
    QVERIFY(fold.listed() <= 300);
    QVERIFY(fold.listed() > 300 - 50);
    QVERIFY2(fold.isFolded(diagram.indexOf(QStringLiteral("web"))), "the largest gives way first");
    QVERIFY(!fold.isFolded(diagram.indexOf(QStringLiteral("g0"))));
}

QTEST_GUILESS_MAIN(TestEscape)
#include "tst_escape.moc"
