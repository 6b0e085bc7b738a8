// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/terminal.h"

#include "models/domain/event_json.h"
#include "models/wording/wording.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>

namespace snowmelt::test {

namespace {

/// The rest of the host is as it is: only this one file is covered, only for this one process and its children.
const QString hidingScript =
    QStringLiteral("hidden=$(command -v \"$1\") && mount --bind /dev/null \"$hidden\" || exit 99; shift; exec \"$@\"");

void mustDo(bool done, const QString& what)
{
    if (!done)
        qFatal("cannot make %s", qPrintable(what));
}

void copyFolder(const QString& from, const QString& to)
{
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString target = to + u'/' + QDir(from).relativeFilePath(path);
        mustDo(QDir().mkpath(QFileInfo(target).path()) && QFile::copy(path, target), target);
    }
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Terminal Terminal::speaking(const QString& locale) const
{
    Terminal other = *this;
    other.m_locale = locale;
    return other;
}

Terminal Terminal::with(const QString& variable, const QString& value) const
{
    Terminal other = *this;
    other.m_variables.append(variable + u'=' + value);
    return other;
}

Terminal Terminal::without(const QString& program) const
{
    Terminal other = *this;
    other.m_hidden = program;
    return other;
}

std::unique_ptr<QProcess> Terminal::begin(const QStringList& arguments) const
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_DATA_HOME"), m_dataHome);
    environment.insert(QStringLiteral("LC_ALL"), m_locale);
    environment.insert(QStringLiteral("LANG"), m_locale);
    environment.remove(QStringLiteral("LANGUAGE"));
    for (const QString& variable : m_variables)
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    process->setProcessEnvironment(environment);
    QStringList call{m_program};
    if (!m_hidden.isEmpty())
        call = QStringList{QStringLiteral("unshare"),
                           QStringLiteral("--mount"),
                           QStringLiteral("sh"),
                           QStringLiteral("-c"),
                           hidingScript,
                           QStringLiteral("sh"),
                           m_hidden,
                           m_program};
    call += arguments;
    process->start(call.takeFirst(), call);
    mustDo(process->waitForStarted(), QStringLiteral("a start of ") + m_program);
    process->closeWriteChannel();
    return process;
}

Said Terminal::end(QProcess& process, std::chrono::seconds limit)
{
    const bool ended = process.state() == QProcess::NotRunning ||
                       process.waitForFinished(static_cast<int>(std::chrono::milliseconds(limit).count()));
    Said said;
    if (ended && process.exitStatus() == QProcess::NormalExit)
        said.exit = process.exitCode();
    said.out = QString::fromUtf8(process.readAllStandardOutput());
    said.err = QString::fromUtf8(process.readAllStandardError());
    return said;
}

Said Terminal::say(const QStringList& arguments, std::chrono::seconds limit) const
{
    const auto process = begin(arguments);
    return end(*process, limit);
}

bool waitForText(QProcess& process, const QString& text, QString& seen, std::chrono::seconds limit)
{
    const QDeadlineTimer deadline(limit);
    while (!seen.contains(text) && !deadline.hasExpired()) {
        const bool more = process.waitForReadyRead(100);
        seen += QString::fromUtf8(process.readAllStandardOutput());
        if (!more && process.state() == QProcess::NotRunning)
            break;
    }
    return seen.contains(text);
}

std::optional<FleetState> fleetOf(const Said& status)
{
    const QJsonObject document = QJsonDocument::fromJson(status.out.toUtf8()).object();
    const QJsonObject event{{QStringLiteral("schema"), QStringLiteral("snowmelt.event/1")},
                            {QStringLiteral("operation"), QStringLiteral("status")},
                            {QStringLiteral("at"), QStringLiteral("2000-01-01T00:00:00.000Z")},
                            {QStringLiteral("type"), QStringLiteral("fleetObserved")},
                            {QStringLiteral("fleet"), document.value(QStringLiteral("fleet"))}};
    const Result<Event> read = eventFromJson(event);
    if (!read)
        return std::nullopt;
    return std::get<FleetObserved>(read->body).fleet;
}

QString missingIn(const Said& said, const QString& locale, const Error& error, std::optional<Safety> safety)
{
    if (!installTranslator(QLocale(locale.section(u'.', 0, 0))) && locale.startsWith(u"ko"))
        return QStringLiteral("there is no Korean in this build");
    const Sentence wanted = sentence(error);
    QStringList texts{wanted.what, wanted.next};
    if (safety)
        texts += sentence(*safety);
    texts.removeIf([&said](const QString& text) { return said.err.contains(text) || said.out.contains(text); });
    return texts.isEmpty() ? QString() : QString(texts.join(u'\n') + QStringLiteral("\n-- in --\n") + said.all());
}

QString copyShop(const QString& folder, const QString& fleet, int size)
{
    const QString shop = QStringLiteral(SNOWMELT_SOURCE_DIR "/resources/blueprints/shop");
    const QString broken = QStringLiteral(SNOWMELT_SOURCE_DIR "/tests/support/blueprints/shop-broken");
    QDir(folder).removeRecursively();
    copyFolder(shop, folder);
    copyFolder(broken, folder);
    const QString path = folder + QStringLiteral("/shop.yaml");
    QByteArray text = contentOf(path);
    text.replace("\nname: shop\n", QByteArray("\nname: " + fleet.toUtf8() + '\n'));
    text.replace("size: 3,", QByteArray("size: " + QByteArray::number(size) + ','));
    text.replace("\"1.1.0\": recipes/shop-1.1.0.yaml",
                 "\"1.1.0\": recipes/shop-1.1.0.yaml, \"1.2.0\": shop-broken.yaml");
    mustDo(text.contains(fleet.toUtf8()) && text.contains("1.2.0"), path);
    QFile file(path);
    mustDo(file.open(QIODevice::WriteOnly) && file.write(text) == text.size(), path);
    return path;
}

QList<qint64> processesOf(const QString& fleet, const QString& node, const QByteArray& command)
{
    QList<qint64> found;
    const QByteArray conf = "FLEET=" + fleet.toUtf8() + "\nNODE=" + node.toUtf8() + '\n';
    for (const QString& pid : QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[1-9]*")}, QDir::Dirs)) {
        const QString folder = QStringLiteral("/proc/") + pid;
        if (contentOf(folder + QStringLiteral("/comm")).trimmed() == command &&
            contentOf(folder + QStringLiteral("/root/etc/snowmelt/node.conf")).startsWith(conf))
            found.append(pid.toLongLong());
    }
    return found;
}

} // namespace snowmelt::test
