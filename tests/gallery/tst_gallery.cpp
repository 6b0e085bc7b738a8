// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QImageReader>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// The developer's gallery is drawn; whether it is beautiful is for eyes.
class TestGallery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPictureIsDrawn();
    void anUnwritablePlaceIsAFailure();

private:
    static int run(const QString& folder);
};

int TestGallery::run(const QString& folder)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QStringLiteral(SNOWMELT_GALLERY), {folder});
    return process.waitForFinished(600'000) ? process.exitCode() : -1;
}

void TestGallery::everyPictureIsDrawn()
{
    const QTemporaryDir folder;
    QCOMPARE(run(folder.path()), 0);
    QImageReader::setAllocationLimit(0); // the largest fleet at full size
    const QStringList files = QDir(folder.path()).entryList({QStringLiteral("*.png")});
    QCOMPARE(files.size(), 40);
    for (const QString& file : files) {
        const QImage picture(folder.filePath(file));
        QVERIFY2(picture.width() > 400 && picture.height() > 200, qPrintable(file));
        const bool dark = file.contains(QStringLiteral("dark"));
        QVERIFY2((picture.pixelColor(1, 1).lightness() < 128) == dark, qPrintable(file));
    }
    QFile page(folder.filePath(QStringLiteral("index.html")));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QByteArray text = page.readAll();
    for (const QString& file : files)
        QVERIFY2(text.contains(QByteArray("src=\"" + file.toUtf8() + '"')), qPrintable(file));
}

void TestGallery::anUnwritablePlaceIsAFailure()
{
    QVERIFY(run(QStringLiteral("/proc/gallery")) > 0);
}

QTEST_GUILESS_MAIN(TestGallery)
#include "tst_gallery.moc"
