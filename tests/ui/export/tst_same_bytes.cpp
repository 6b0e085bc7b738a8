// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/export/hostile_fleet.h"
#include "ui/export/exporter.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;

namespace {

/// Every format, and the review, of three fleets, into a folder.
int exportAll(const QString& folder)
{
    const auto [hostile, ill] = sample::hostile();
    const QList<ExportSubject> subjects{subjectOf(sample::shop(), sample::swapping(sample::shop())),
                                        subjectOf(sample::grand(), sample::up(sample::grand())),
                                        subjectOf(hostile, ill)};
    int number = 0;
    for (const ExportSubject& subject : subjects) {
        for (const ExportFormat format : exportFormats()) {
            for (const bool review : {false, true}) {
                ExportOptions options;
                options.format = format;
                options.review = review;
                options.language = QLocale::Korean;
                options.page = *pageFormat(QStringLiteral("a4"));
                options.date = QDateTime(QDate(2026, 3, 5), QTime(9, 0), Qt::UTC);
                options.path = folder + u'/' + QString::number(number++) + u'.' + formatEnding(format);
                if (!exportDiagram(subject, options).ok())
                    return 1;
            }
        }
    }
    return 0;
}

QMap<QString, QByteArray> exportedIn(const QMap<QString, QString>& environment)
{
    QTemporaryDir folder;
    QProcess process;
    QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    for (auto entry = environment.begin(); entry != environment.end(); ++entry)
        own.insert(entry.key(), *entry);
    process.setProcessEnvironment(own);
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--into"), folder.path()});
    QMap<QString, QByteArray> files;
    if (!process.waitForFinished(240000) || process.exitCode() != 0)
        return files;
    const QStringList names = QDir(folder.path()).entryList(QDir::Files);
    for (const QString& name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            files.insert(name, file.readAll());
    }
    return files;
}

} // namespace

class TestSameBytes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whateverTheMachineIsSetTo();
};

void TestSameBytes::whateverTheMachineIsSetTo()
{
    const auto one = exportedIn(
        {{u"TZ"_qs, u"Asia/Seoul"_qs}, {u"LC_ALL"_qs, u"C"_qs}, {u"LANG"_qs, u"C"_qs}, {u"QT_HASH_SEED"_qs, u"0"_qs}});
    const auto other = exportedIn({{u"TZ"_qs, u"America/St_Johns"_qs},
                                   {u"LC_ALL"_qs, u"C.UTF-8"_qs},
                                   {u"LANG"_qs, u"de_DE.UTF-8"_qs},
                                   {u"LANGUAGE"_qs, u"ko"_qs}});
    QCOMPARE(one.size(), 3 * 2 * int(exportFormats().size()));
    QCOMPARE(other.keys(), one.keys());
    for (auto file = one.begin(); file != one.end(); ++file) {
        QVERIFY2(!file->isEmpty(), qPrintable(file.key()));
        QVERIFY2(*file == other[file.key()], qPrintable(file.key() + u" differs"));
    }
}

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--into")
        return exportAll(arguments.value(2));
    TestSameBytes test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_same_bytes.moc"
