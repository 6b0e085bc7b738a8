// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/code_names.h"
#include "models/wording/wording.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace snowmelt;

class TestErrorWording : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void everyErrorSaysWhatAndNext();
    void whatAnOrdinaryUserLacksIsNamed();
    void argumentsStandInTheSentence();
    void oneCodeHasItsKinds_data();
    void oneCodeHasItsKinds();
    void whatNobodyAnsweredIsSaid_data();
    void whatNobodyAnsweredIsSaid();
    void percentSignsInArgumentsAreHarmless();
};

namespace {

QStringList manyArgs()
{
    return {u"first"_qs, u"2"_qs, u"3"_qs, u"fourth"_qs};
}

bool isFilledIn(const QString& text)
{
    return !text.isEmpty() && !text.contains(u"%1"_qs) && !text.contains(u"%n"_qs);
}

} // namespace

void TestErrorWording::everyErrorSaysWhatAndNext()
{
    QSet<QString> seen;
    for (const QLocale::Language language : {QLocale::English, QLocale::Korean}) {
        installTranslator(QLocale(language));
        for (const ErrorCode code : allCodes<ErrorCode>()) {
            const Sentence said = sentence(Error{code, manyArgs(), {}});
            QVERIFY2(isFilledIn(said.what), qPrintable(codeName(code)));
            QVERIFY2(isFilledIn(said.next), qPrintable(codeName(code)));
            QVERIFY2(!seen.contains(said.what), qPrintable(said.what));
            seen.insert(said.what);
            QVERIFY2(!said.what.contains(u'!') && !said.next.contains(u'!'), qPrintable(said.what));
            // A terminal shows the details first, a window behind it.
            static const QRegularExpression place(u"\\b(is|are) (below|above)\\b"_qs);
            QVERIFY2(!said.next.contains(place), qPrintable(said.next));
        }
    }
}

// "Check that it is installed" helps nobody who lacks something else.
void TestErrorWording::whatAnOrdinaryUserLacksIsNamed()
{
    const Sentence tun = sentence(Error{ErrorCode::PlatformUnavailable, {u"podman"_qs, u"/dev/net/tun"_qs}, {}});
    QVERIFY2(tun.what.contains(u"/dev/net/tun") && tun.next.contains(u"chmod 0666 /dev/net/tun"), qPrintable(tun.next));
    const Sentence session = sentence(Error{ErrorCode::PlatformUnavailable, {u"podman"_qs, u"XDG_RUNTIME_DIR"_qs}, {}});
    QVERIFY2(session.next.contains(u"XDG_RUNTIME_DIR") && session.next != tun.next, qPrintable(session.next));
}

void TestErrorWording::argumentsStandInTheSentence()
{
    const Sentence said = sentence(Error{ErrorCode::PortTaken, {u"127.77.3.2"_qs, u"8080"_qs}, {}});
    QCOMPARE(said.what, u"Port 8080 on 127.77.3.2 is in use by another program."_qs);
    const Error tool{ErrorCode::ToolMissing, {u"mmdebstrap"_qs, u"mmdebstrap"_qs}, {}};
    QCOMPARE(sentence(tool).next, u"Install it: apt install mmdebstrap"_qs);
    const Error noPackage{ErrorCode::ToolMissing, {u"frob"_qs, QString()}, {}};
    QVERIFY(!sentence(noPackage).next.contains(u"apt"_qs));
    const Error misspelt{ErrorCode::PackageNotFound, {u"rsylog"_qs, QString(), u"rsyslog"_qs, u"rsync"_qs}, {}};
    QVERIFY(sentence(misspelt).next.startsWith(u"Names like it: rsyslog, rsync."_qs));
    const Error gone{ErrorCode::PackageNotFound, {u"bash"_qs, u"5.2-1"_qs}, {}};
    QVERIFY(sentence(gone).what.contains(u"bash in the locked version 5.2-1"_qs));
    const Error blocked{ErrorCode::CheckBlocked, {u"slotsFree"_qs, u"1"_qs, u"3"_qs}, {}};
    QCOMPARE(sentence(blocked).what, u"A check before the start says no: Slots free in the balancer: 1, needed: 3."_qs);
    const Error inWords{ErrorCode::CheckBlocked, {u"web-4"_qs}, {}};
    QCOMPARE(sentence(inWords).what, u"A check before the start says no: web-4"_qs);
}

void TestErrorWording::whatNobodyAnsweredIsSaid_data()
{
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<QStringList>("said");
    QTest::addColumn<QString>("next");
    const QString node = u"web-1"_qs;
    const QString host = u"gate.example"_qs;
    QTest::newRow("host key") << QStringList{node,          u"hostKey"_qs, host, u"ssh-ed25519"_qs, u"SHA256:ab"_qs,
                                             u"/k/hosts"_qs}
                              << QStringList{node, host, u"ssh-ed25519 SHA256:ab"_qs} << u"/k/hosts"_qs;
    QTest::newRow("kept nowhere") << QStringList{node, u"hostKey"_qs, host, u"ssh-rsa"_qs, u"SHA256:ab"_qs, QString()}
                                  << QStringList{host, u"ssh-rsa"_qs} << u"known_hosts"_qs;
    QTest::newRow("passphrase") << QStringList{node, u"passphrase"_qs, host, u"/k/id_rsa"_qs}
                                << QStringList{node, host, u"/k/id_rsa"_qs, u"passphrase"_qs} << u"ssh-add"_qs;
    QTest::newRow("password") << QStringList{node, u"password"_qs, host, u"kim"_qs}
                              << QStringList{node, host, u"kim"_qs, u"password"_qs} << u"key"_qs;
    QTest::newRow("challenge") << QStringList{node, u"challenge"_qs, host, u"kim"_qs}
                               << QStringList{node, host, u"kim"_qs, u"question"_qs} << u"terminal"_qs;
}

void TestErrorWording::whatNobodyAnsweredIsSaid()
{
    QFETCH(QStringList, args);
    QFETCH(QStringList, said);
    QFETCH(QString, next);
    const Sentence whole = sentence(Error{ErrorCode::NobodyAnswered, args, {}});
    for (const QString& wanted : said)
        QVERIFY2(whole.what.contains(wanted), qPrintable(whole.what));
    QVERIFY2(whole.next.contains(next), qPrintable(whole.next));
}

void TestErrorWording::percentSignsInArgumentsAreHarmless()
{
    const Error error{ErrorCode::RemoteCommandFailed, {u"%3"_qs, u"date +%1"_qs, u"%2"_qs}, {}};
    QCOMPARE(sentence(error).what, u"On %3, the command “date +%1” failed (%2)."_qs);
}

// Advice that does not fit the case is worse than none.
void TestErrorWording::oneCodeHasItsKinds_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QStringList>("usual");
    QTest::addColumn<QStringList>("special");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("next");
    const auto row = [](const char* name, ErrorCode code, const QStringList& usual, const QStringList& special,
                        const QString& next, const QString& detail = {}) {
        QTest::newRow(name) << static_cast<int>(code) << usual << special << detail << next;
    };
    row("no user namespace will do", ErrorCode::BuildNeedsRoot, {}, {u"always"_qs},
        u"Start Snowmelt as root, or with sudo."_qs);
    row("password in an address", ErrorCode::MirrorUnreachable, {}, {u"password"_qs}, u"Lock the recipe"_qs);
    row("folder of a template", ErrorCode::PackerInvalid, {u"app@1"_qs, u"a.pkr.hcl"_qs},
        {u"app@1"_qs, u"a.pkr.hcl"_qs, u"names"_qs}, u"Give the template a folder of its own."_qs);
    row("index of the store", ErrorCode::StoreUnusable, {u"/s"_qs}, {u"/s"_qs}, u"Put an index.json from a backup"_qs,
        u"index.json"_qs);
}

void TestErrorWording::oneCodeHasItsKinds()
{
    QFETCH(int, code);
    QFETCH(QStringList, usual);
    QFETCH(QStringList, special);
    QFETCH(QString, detail);
    QFETCH(QString, next);
    const Sentence known = sentence(Error{static_cast<ErrorCode>(code), usual, {}});
    const Sentence said = sentence(Error{static_cast<ErrorCode>(code), special, detail});
    QVERIFY2(said.next.startsWith(next), qPrintable(said.next));
    QVERIFY(said.what != known.what && said.next != known.next);
}

QTEST_GUILESS_MAIN(TestErrorWording)
#include "tst_error_wording.moc"
