// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/deb_control.h"
#include "backend/image/deb_repository.h"
#include "tests/support/file_web.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QTemporaryDir>

namespace snowmelt::test {

/// A Debian mirror of a few packages made for the test, on loopback: unsigned, so its source line trusts it.
class TinyMirror
{
public:
    TinyMirror()
    {
        QProcess dpkg;
        dpkg.start(QStringLiteral("dpkg"), {QStringLiteral("--print-architecture")});
        dpkg.waitForFinished();
        m_architecture = dpkg.readAllStandardOutput().trimmed();
    }

    FileWeb web;

    QString sourceLine() const
    {
        return QStringLiteral("deb [trusted=yes] %1 bookworm main").arg(web.address(QStringLiteral("/debian")));
    }

    /// Builds the .deb, serves it and lists it; a later one of its name takes its place. `more` are lines of its
    /// control file.
    LockedDeb add(const QByteArray& name, const QByteArray& version, const QByteArray& more = {})
    {
        const QByteArray control = "Package: " + name + "\nVersion: " + version +
                                   "\nArchitecture: all\nMaintainer: A <a@example.org>\nDescription: tiny\n" + more;
        const QByteArray bytes = debOf(control);
        LockedDeb deb;
        deb.name = QString::fromLatin1(name);
        deb.version = QString::fromLatin1(version);
        deb.architecture = QStringLiteral("all");
        deb.size = bytes.size();
        deb.sha256 = Digest::ofBytes(bytes);
        deb.required = more.contains("Priority: required");
        const QByteArray path = "/debian/pool/main/" + debFileName(deb).toLatin1();
        deb.uri = web.address(QString::fromLatin1(path));
        web.put(path, bytes);
        m_paragraphs[name] = indexParagraph(control, deb).replace("Filename: ./", "Filename: pool/main/");
        publish();
        return deb;
    }

    /// Until when what the mirror says of itself holds.
    void setValidUntil(const QDateTime& until)
    {
        m_validUntil = "Valid-Until: " + rfc822(until) + '\n';
        publish();
    }

private:
    QByteArray debOf(const QByteArray& control)
    {
        const QString root = m_folder.filePath(QStringLiteral("root"));
        QDir(root).removeRecursively();
        QDir().mkpath(root + QStringLiteral("/DEBIAN"));
        QFile file(root + QStringLiteral("/DEBIAN/control"));
        if (!file.open(QIODevice::WriteOnly) || file.write(control) != control.size())
            qFatal("cannot write");
        file.close();
        const QString deb = m_folder.filePath(QStringLiteral("made.deb"));
        QProcess maker;
        maker.start(QStringLiteral("dpkg-deb"),
                    {QStringLiteral("--root-owner-group"), QStringLiteral("-b"), root, deb});
        if (!maker.waitForFinished() || maker.exitCode() != 0)
            qFatal("dpkg-deb");
        QFile made(deb);
        return made.open(QIODevice::ReadOnly) ? made.readAll() : QByteArray();
    }

    static QByteArray rfc822(const QDateTime& at)
    {
        return QLocale::c().toString(at.toUTC(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'UTC'")).toLatin1();
    }

    void publish()
    {
        const QByteArray packages = m_paragraphs.values().join();
        const QByteArray index = "main/binary-" + m_architecture + "/Packages";
        web.put("/debian/dists/bookworm/" + index, packages);
        web.put("/debian/dists/bookworm/Release",
                "Origin: Tiny\nSuite: stable\nCodename: bookworm\nComponents: main\nArchitectures: all " +
                    m_architecture + "\nDate: Sun, 01 Jan 2023 00:00:00 UTC\n" + m_validUntil + "SHA256:\n " +
                    Digest::ofBytes(packages).hex().toLatin1() + ' ' + QByteArray::number(packages.size()) + ' ' +
                    index + '\n');
    }

    QTemporaryDir m_folder;
    QByteArray m_architecture;
    QByteArray m_validUntil;
    QMap<QByteArray, QByteArray> m_paragraphs;
};

} // namespace snowmelt::test
