// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/yaml_tree.h"
#include "tests/support/problem_text.h"

#include <QTest>

using namespace snowmelt;
using snowmelt::test::problemText;

class TestYamlTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesAreInCharacters()
    {
        const auto yaml = readYaml("# 눈\n\"이름\": {a: 1, b: \"둘\", c: [x]}\n");
        QVERIFY(yaml.ok());
        const YamlNode* map = yaml.value.find(QStringLiteral("이름"));
        QVERIFY(map);
        QCOMPARE(map->line, 2);
        QCOMPARE(map->column, 7);
        QCOMPARE(map->find(QStringLiteral("c"))->column, 25);
        QCOMPARE(map->find(QStringLiteral("b"))->text, QStringLiteral("둘"));
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("problem");
        QTest::newRow("empty") << QByteArray("") << "1:1 empty";
        QTest::newRow("comment only") << QByteArray("# nothing\n") << "1:1 empty";
        QTest::newRow("not UTF-8") << QByteArray("a: 1\nb\u00e9: \xff\n") << "2:5 notUtf8";
        QTest::newRow("Latin-1") << QByteArray("name: caf\xe9") << "1:10 notUtf8";
        QTest::newRow("NUL") << QByteArray("a: 1\nb: \0", 9) << "2:1 syntax NUL character";
        QTest::newRow("alias") << QByteArray("a: &x 1\nb: *x\n") << "1:4 aliasNotAllowed";
        QTest::newRow("billion laughs") << QByteArray("a: &a [1]\nb: &b [*a,*a]\n") << "1:4 aliasNotAllowed";
        QTest::newRow("unknown alias") << QByteArray("b: *x\n") << "1:4 syntax the referenced anchor is not defined";
        QTest::newRow("duplicate") << QByteArray("a: 1\nb: 2\na: 3\n") << "3:1 duplicateKey a";
        QTest::newRow("two documents") << QByteArray("a: 1\n---\nb: 2\n") << "2:1 syntax a second document";
        QTest::newRow("deep") << QByteArray(40, '[') + QByteArray(40, ']') << "1:33 tooDeep 32";
        QTest::newRow("list as key") << QByteArray("? [a]\n: 1\n") << "1:3 wrongType ?|text";
    }
    void refused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, problem);
        QCOMPARE(problemText(readYaml(text).problems), problem);
    }

    void syntaxErrorsHaveTheirPlace()
    {
        const auto yaml = readYaml("a: 1\nb: [1, 2\nc: 3\n");
        QCOMPARE(yaml.problems.size(), 1);
        QCOMPARE(yaml.problems.first().code, ProblemCode::Syntax);
        QVERIFY(yaml.problems.first().line >= 2);
    }

    void tooLarge()
    {
        QCOMPARE(problemText(readYaml("a: 12345678", {8, 32}).problems), QStringLiteral("1:1 tooLarge 11|8"));
    }

    void nestedWithoutEndIsNotACrash()
    {
        QVERIFY(!readYaml(QByteArray(100'000, '[')).ok());
        QVERIFY(!readYaml(QByteArray("- ").repeated(100'000)).ok());
    }
};

QTEST_GUILESS_MAIN(TestYamlTree)
#include "tst_yaml_tree.moc"
