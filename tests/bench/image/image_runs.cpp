// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/image/image_runs.h"

#include <QCoro/QCoroTask>
#include <QElapsedTimer>
#include <QProcess>

namespace snowmelt::bench {

TimedRun runBare(const Recipe& os, const QString& mirror, const QString& folder)
{
    QStringList arguments{QStringLiteral("--mode=root"), QStringLiteral("--variant=minbase")};
    if (!os.packages.isEmpty())
        arguments.append(QStringLiteral("--include=") + os.packages.join(u','));
    arguments.append({os.suite, folder + QStringLiteral("/bare.tar")});
    if (!mirror.isEmpty())
        arguments.append(mirror);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TMPDIR"), folder);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    QElapsedTimer clock;
    clock.start();
    process.start(QStringLiteral("mmdebstrap"), arguments);
    if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return {0, QStringLiteral("mmdebstrap: ") + QString::fromUtf8(process.readAll().trimmed().right(2000))};
    return {clock.elapsed(), {}};
}

TimedRun runOurs(const Blueprint& blueprint, const ImageRef& image, const QString& home)
{
    QElapsedTimer clock;
    clock.start();
    const auto built = QCoro::waitFor(ImageBuilder(home).build(
        blueprint, {image}, [](const EventBody&) {}, CallContext{}));
    if (!built)
        return {0, image.text() + u": " + built.error().args.join(u' ') + u' ' + built.error().detail};
    if (built->reused)
        return {0, image.text() + QStringLiteral(" was there already")};
    return {clock.elapsed(), {}};
}

QString mirrorOf(const QString& suite)
{
    QProcess apt;
    apt.start(QStringLiteral("apt-get"),
              {QStringLiteral("indextargets"), QStringLiteral("--format"), QStringLiteral("$(CODENAME) $(REPO_URI)"),
               QStringLiteral("Created-By: Packages")});
    apt.waitForFinished(-1);
    for (const QString& line : QString::fromUtf8(apt.readAllStandardOutput()).split(u'\n'))
        if (line.section(u' ', 0, 0) == suite)
            return line.section(u' ', 1);
    return {};
}

} // namespace snowmelt::bench
