// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ids.h"

#include <QTest>

using namespace snowmelt;

class TestIds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parsesImageRefs_data();
    void parsesImageRefs();
    void digestOfKnownBytes();
    void digestSpellings();
};

void TestIds::parsesImageRefs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    const auto row = [](const char* name, const QString& text, bool valid) { QTest::newRow(name) << text << valid; };
    row("plain", u"shop@1.1.0"_qs, true);
    row("with a tier", u"os/debian-12@12.1"_qs, true);
    row("digit first", u"7zip@1"_qs, true);
    row("all punctuation", u"a.b_c-d/e@A.b_c-d"_qs, true);
    row("longest name", QString(128, u'a') + u"@1", true);
    row("name too long", QString(129, u'a') + u"@1", false);
    row("longest version", u"a@"_qs + QString(64, u'1'), true);
    row("version too long", u"a@"_qs + QString(65, u'1'), false);
    row("empty", QString(), false);
    row("no version", u"shop"_qs, false);
    row("empty version", u"shop@"_qs, false);
    row("empty name", u"@1"_qs, false);
    row("capital in the name", u"Shop@1"_qs, false);
    row("two at signs", u"shop@1@2"_qs, false);
    row("slash in the version", u"shop@1/2"_qs, false);
    row("dot first in the version", u"shop@.1"_qs, false);
    row("slash first", u"/shop@1"_qs, false);
    row("empty part", u"os//debian@1"_qs, false);
    row("slash last", u"os/@1"_qs, false);
    row("climbs", u"os/../etc@1"_qs, false);
    row("space", u"shop @1"_qs, false);
    row("newline at the end", u"shop@1\n"_qs, false);
    row("Hangul", u"가게@1"_qs, false);
    row("full-width digit", u"shop@１"_qs, false);
}

void TestIds::parsesImageRefs()
{
    QFETCH(QString, text);
    QFETCH(bool, valid);
    const auto ref = ImageRef::parse(text);
    QCOMPARE(ref.has_value(), valid);
    if (ref)
        QCOMPARE(ref->text(), text);
}

void TestIds::digestOfKnownBytes()
{
    // FIPS 180-2, appendix B.1
    QCOMPARE(Digest::ofBytes("abc").hex(), u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_qs);
}

void TestIds::digestSpellings()
{
    const Digest digest = Digest::ofBytes("abc");
    QCOMPARE(Digest::parse(digest.text()), digest);
    QCOMPARE(Digest::parse(digest.hex()), digest);
    QCOMPARE(digest.shortHex(), u"ba7816bf8f01"_qs);
    QVERIFY(Digest().isNull());
    QCOMPARE(Digest().text(), QString());
    QVERIFY(!Digest::parse(QString()));
    QVERIFY(!Digest::parse(digest.hex().chopped(1)));
    QVERIFY(!Digest::parse(digest.hex().toUpper()));
    QVERIFY(!Digest::parse(u"sha512:"_qs + digest.hex()));
    QVERIFY(!Digest::parse(digest.hex().chopped(1) + u'g'));
}

QTEST_APPLESS_MAIN(TestIds)
#include "tst_ids.moc"
