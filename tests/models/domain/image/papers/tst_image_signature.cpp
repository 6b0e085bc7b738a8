// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/image/papers/image_signature.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;

namespace {

/// Runs ssh-keygen in a folder; what it printed, or nothing when it failed.
QByteArray keygen(const QString& folder, const QStringList& arguments, const QByteArray& input = {})
{
    QProcess tool;
    tool.setWorkingDirectory(folder);
    tool.start(QStringLiteral("ssh-keygen"), arguments);
    tool.write(input);
    tool.closeWriteChannel();
    return tool.waitForFinished(60'000) && tool.exitCode() == 0 ? tool.readAllStandardOutput() : QByteArray();
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestImageSignature : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void signedTextIsThreeLines()
    {
        const ImageRef shop = *ImageRef::parse(u"shop@1.1.0"_qs);
        const Digest digest = Digest::ofBytes("shop");
        QCOMPARE(signedText(shop, digest),
                 "snowmelt image signature 1\nimage shop@1.1.0\ndigest sha256:" + digest.hex().toLatin1() + '\n');
    }

    void readsWhatSshKeygenWrites_data()
    {
        QTest::addColumn<QString>("type");
        for (const char* type : {"ed25519", "rsa", "ecdsa"})
            QTest::newRow(type) << QString::fromLatin1(type);
    }
    void readsWhatSshKeygenWrites()
    {
        QFETCH(QString, type);
        const QTemporaryDir folder;
        keygen(folder.path(),
               {u"-q"_qs, u"-t"_qs, type, u"-N"_qs, QString(), u"-C"_qs, u"mina at home"_qs, u"-f"_qs, u"key"_qs});
        const auto line = parsePublicKey(contentOf(folder.filePath(u"key.pub"_qs)));
        QVERIFY(line);
        QCOMPARE(line->comment, u"mina at home"_qs);
        const QByteArray shown = keygen(folder.path(), {u"-l"_qs, u"-f"_qs, u"key.pub"_qs});
        QCOMPARE(line->key.fingerprint().toLatin1(), shown.split(' ').value(1));
        const QByteArray armored = keygen(
            folder.path(), {u"-Y"_qs, u"sign"_qs, u"-n"_qs, signatureNamespace, u"-f"_qs, u"key"_qs}, "some text");
        QCOMPARE(signerOf(armored), std::optional(line->key));
    }

    void refusesWhatIsNone()
    {
        // "SSHSIG", version 1, a key of 4 GiB
        const QByteArray tooLong = QByteArray("SSHSIG\0\0\0\1\xff\xff\xff\xff"
                                              "ab",
                                              16)
                                       .toBase64();
        const QByteArray framed = "-----BEGIN SSH SIGNATURE-----\n" + tooLong + "\n-----END SSH SIGNATURE-----\n";
        for (const QByteArray& text :
             {QByteArray(), framed, QByteArray("garbage"), QByteArray("-----BEGIN SSH SIGNATURE-----\n"),
              QByteArray("-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n"),
              QByteArray("-----BEGIN SSH SIGNATURE-----\n%%%\n-----END SSH SIGNATURE-----\n")})
            QVERIFY2(!signerOf(text), text.constData());
        for (const QByteArray& text : {QByteArray(), QByteArray("ssh-ed25519"), QByteArray("ssh-ed25519 %%%"),
                                       QByteArray("ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIA==")})
            QVERIFY2(!parsePublicKey(text), text.constData());
    }
};

QTEST_GUILESS_MAIN(TestImageSignature)
#include "tst_image_signature.moc"
