// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/birth_template.h"

#include <QTest>

using namespace snowmelt;

class TestBirthTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rendered_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* text, const char* expected) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(expected);
        };
        row("", "");
        row("port=${PORT}\n", "port=8080\n");
        row("${PORT}${NODE}", "8080shop-1");
        row("$${PORT}", "${PORT}");
        row("$$$$", "$$");
        row("$$${PORT}", "$8080");
        row("proxy_pass $host $1 $", "proxy_pass $host $1 $");
        row("[${DATABASE_HOST}]", "[]");
        row("\xff${PORT}\xfe", "\xff"
                               "8080\xfe");
    }
    void rendered()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        const QMap<QString, QString> values{{QStringLiteral("PORT"), QStringLiteral("8080")},
                                            {QStringLiteral("NODE"), QStringLiteral("shop-1")}};
        QCOMPARE(snowmelt::rendered(text, values), expected);
    }

    void aValueIsNoTemplate()
    {
        QCOMPARE(snowmelt::rendered("${NODE}", {{QStringLiteral("NODE"), QStringLiteral("$$${PORT}")}}),
                 QByteArray("$$${PORT}"));
    }

    void parametersAsTheNodeHasThem()
    {
        const QMap<QString, QString> expected{{QStringLiteral("PORT"), QStringLiteral("80")},
                                              {QStringLiteral("IMAGE"), QStringLiteral("a=b")},
                                              {QStringLiteral("NODE"), QString()}};
        QCOMPARE(parametersOf("PORT=80\nIMAGE=a=b\nNODE=\n=x\nno\n"), expected);
        QVERIFY(parametersOf({}).isEmpty());
    }

    void whatIsNoParameter()
    {
        QStringList told;
        for (const TemplateMention& mention : mentionsIn("${PORT} ${PROT} ${port} ${} ${ $${X} ${A-B} ${A B}"))
            told += QStringLiteral("%1 %2 %3 %4")
                        .arg(mention.offset)
                        .arg(QString::fromLatin1(mention.text), mention.name)
                        .arg(isKnown(mention));
        QCOMPARE(told.join(u'\n'), QStringLiteral("0 ${PORT} PORT 1\n8 ${PROT} PROT 0\n16 ${port} port 0\n24 ${  0\n"
                                                  "28 ${  0\n37 ${A  0\n44 ${A  0"));
    }

    void aNameWithoutEnd()
    {
        const auto found = mentionsIn("${" + QByteArray(100, 'A') + '}');
        QCOMPARE(found.size(), 1);
        QVERIFY(!isKnown(found.first()));
        QCOMPARE(found.first().text.size(), 64);
    }
};

QTEST_GUILESS_MAIN(TestBirthTemplate)
#include "tst_birth_template.moc"
