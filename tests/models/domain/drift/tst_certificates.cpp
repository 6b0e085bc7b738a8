// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/domain/drift/furnished_root.h"

#include <QtTest>

using namespace snowmelt;
using namespace snowmelt::testing;

/// Certificates as OpenSSL makes them, in a root with Debian's tools and in one with BusyBox alone; and what lies
/// beside them and must stay.
class TestCertificates : public QObject
{
    Q_OBJECT

    static QByteArray openssl(const QStringList& words)
    {
        QProcess program;
        program.start(QStringLiteral("openssl"), words);
        program.waitForFinished(-1);
        return program.exitCode() == 0 ? program.readAllStandardOutput() : QByteArray();
    }
    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void addTools()
    {
        QTest::addColumn<MadeRoot::Tools>("tools");
        QTest::newRow("Debian's tools") << MadeRoot::Tools::Gnu;
        QTest::newRow("BusyBox and nothing else") << MadeRoot::Tools::BusyBox;
    }

private Q_SLOTS:
    void init()
    {
        MadeRoot root(MadeRoot::Tools::BusyBox);
        if (!root.works())
            QSKIP("namespaces are needed");
    }

    // The same certificate, in whatever form, has the same fingerprint.
    void inEveryForm_data() { addTools(); }
    void inEveryForm()
    {
        QFETCH(const MadeRoot::Tools, tools);
        MadeRoot root(tools);
        furnish(root);
        plantCertificate(root);
        const QByteArray pem = contentOf(root.path("etc/ssl/snow.pem"));
        const QByteArray key = contentOf(root.path("etc/ssl/snow.key"));
        const QString file = root.path("etc/ssl/snow.pem");
        const QByteArray der = openssl({u"x509"_qs, u"-in"_qs, file, u"-outform"_qs, u"DER"_qs});
        QVERIFY(root.write("etc/ssl/snow.cer", der));
        QVERIFY(root.write("etc/ssl/trusted.crt", openssl({u"x509"_qs, u"-in"_qs, file, u"-trustout"_qs})));
        QVERIFY(root.write("etc/haproxy/site.pem", key + "some words\n" + pem + pem, 0600));
        QVERIFY(root.write("etc/ssl/dos.crt", QByteArray(pem).replace("\n", "\r\n")));
        QVERIFY(root.write("etc/ssl/none.crt", "30 82: no certificate\n"));
        QVERIFY(root.write("etc/ssl/broken.der", QByteArray("\x30\x82\x01\x01xx")));
        QVERIFY(root.write("etc/ssl/cut.crt", pem.left(pem.size() / 2)));
        const FactSheet sheet = root.sheet();
        const FactTable table = sheet.tables.value(DriftSection::Certificates);
        QCOMPARE(table.keys(), QList<QByteArray>({"/etc/haproxy/site.pem", "/etc/ssl/dos.crt", "/etc/ssl/snow.cer",
                                                  "/etc/ssl/snow.pem", "/etc/ssl/trusted.crt"}));
        for (const FactRow& row : table)
            QCOMPARE(row, table.first());
        for (const char* path : {"/etc/ssl/broken.der", "/etc/ssl/cut.crt"})
            QVERIFY2(sheet.unseen.contains({DriftSection::Certificates, path, u"not a certificate"_qs}), path);
    }

    // In the words of the program that administrators know.
    void asOpenSslSaysIt()
    {
        MadeRoot root(MadeRoot::Tools::Gnu);
        furnish(root);
        const QString file = root.path("etc/ssl/snow.pem");
        QDir().mkpath(root.path("etc/ssl"));
        openssl({u"req"_qs, u"-x509"_qs, u"-newkey"_qs, u"ed25519"_qs, u"-nodes"_qs, u"-utf8"_qs, u"-days"_qs,
                 u"20000"_qs, u"-keyout"_qs, root.path("key"), u"-out"_qs, file, u"-subj"_qs,
                 u"/C=KR/O=눈, 얼음 + \\\"물\\\"/OU=a+UID=b/CN= *.snow.example"_qs, u"-multivalue-rdn"_qs});
        const QByteArrayList said =
            openssl({u"x509"_qs, u"-in"_qs, file, u"-noout"_qs, u"-subject"_qs, u"-fingerprint"_qs, u"-sha256"_qs,
                     u"-enddate"_qs, u"-nameopt"_qs, u"RFC2253"_qs, u"-dateopt"_qs, u"iso_8601"_qs})
                .split('\n');
        QCOMPARE(said.size(), 4);
        const FactRow row = root.sheet().tables.value(DriftSection::Certificates).value("/etc/ssl/snow.pem");
        QCOMPARE(row.fields.value(u"subject"_qs).toUtf8(), said[0].mid(said[0].indexOf('=') + 1));
        QCOMPARE(row.fields.value(u"fingerprint"_qs).toUtf8(),
                 said[1].mid(said[1].indexOf('=') + 1).replace(':', "").toLower());
        QCOMPARE(row.fields.value(u"notAfter"_qs).toUtf8(), said[2].mid(said[2].indexOf('=') + 1).replace(' ', 'T'));
    }

    // Keys, in whatever file they stand, are in no answer.
    void keysStay_data() { addTools(); }
    void keysStay()
    {
        QFETCH(const MadeRoot::Tools, tools);
        MadeRoot root(tools);
        furnish(root);
        plantCertificate(root);
        const QByteArray pem = contentOf(root.path("etc/ssl/snow.pem"));
        const QByteArray keyPem = contentOf(root.path("etc/ssl/snow.key"));
        const QStringList asDer{u"-in"_qs, root.path("etc/ssl/snow.key"), u"-outform"_qs, u"DER"_qs};
        const QByteArray plain = openssl(QStringList{u"pkcs8"_qs, u"-topk8"_qs, u"-nocrypt"_qs} + asDer);
        const QByteArray closed = openssl(QStringList{u"pkcs8"_qs, u"-topk8"_qs, u"-passout"_qs, u"pass:x"_qs} + asDer);
        const QByteArray both = openssl({u"pkcs12"_qs, u"-export"_qs, u"-in"_qs, root.path("etc/ssl/snow.pem"),
                                         u"-inkey"_qs, root.path("etc/ssl/snow.key"), u"-passout"_qs, u"pass:"_qs,
                                         u"-keypbe"_qs, u"NONE"_qs, u"-certpbe"_qs, u"NONE"_qs, u"-nomac"_qs});
        const QByteArray rsa = openssl({u"genrsa"_qs, u"-traditional"_qs, u"2048"_qs});
        QVERIFY(root.write("rsa.pem", rsa));
        const QByteArray rsaDer = openssl({u"rsa"_qs, u"-in"_qs, root.path("rsa.pem"), u"-outform"_qs, u"DER"_qs});
        const QByteArray der =
            openssl({u"x509"_qs, u"-in"_qs, root.path("etc/ssl/snow.pem"), u"-outform"_qs, u"DER"_qs});
        for (const QByteArray& one : {plain, closed, both, rsaDer, der})
            QVERIFY(one.size() > 100);
        root.write("etc/ssl/a.der", plain);
        root.write("etc/ssl/b.cer", closed);
        root.write("etc/ssl/c.crt", both);
        root.write("etc/ssl/d.der", rsaDer);
        root.write("etc/ssl/e.der", der + plain);
        root.write("etc/ssl/f.pem", pem.left(pem.lastIndexOf("-----END")) + keyPem);
        root.write("etc/ssl/g.pem", pem + keyPem);
        const ProbeRequest request{makeNonce(), "/srv", {}, {}, {DriftSection::Certificates}};
        const auto [out, err] = root.run(probeScript(request));
        const ProbeFacts facts = parseProbe(out, err, false, request.nonce, request.sections);
        QCOMPARE(facts.tables.value(DriftSection::Certificates).keys(),
                 QList<QByteArray>({"/etc/ssl/e.der", "/etc/ssl/g.pem", "/etc/ssl/snow.pem"}));
        const QByteArray told = out + err;
        QByteArray digits = told;
        digits.replace(' ', "").replace('\n', "");
        for (const QByteArray& secret : {plain, closed, rsaDer})
            QVERIFY(
                !digits.contains(secret.mid(46, 20).toHex())); // of the 32 that are secret; the public ones come later
        QVERIFY(!told.contains(keyPem.split('\n').at(1)));
        QVERIFY(digits.contains(der.toHex())); // what is looked for would be found
    }
};

QTEST_GUILESS_MAIN(TestCertificates)
#include "tst_certificates.moc"
