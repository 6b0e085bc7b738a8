// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>

namespace snowmelt::test {

/// A published schema, judged with by a tool of others.
class SchemaHand
{
public:
    /// `name`: "recipe"
    explicit SchemaHand(const QString& name)
        : m_file(QStringLiteral(SNOWMELT_SOURCE_DIR "/resources/schema/%1.schema.json").arg(name))
    {
    }

    QJsonObject json() const
    {
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }

    /// Keys of the object at a path such as {"$defs", "file"}; "properties" need not be said.
    QStringList keysAt(const QStringList& path) const
    {
        QJsonObject object = json();
        for (const QString& step : path)
            object = object[step].toObject();
        QStringList keys = object[QStringLiteral("properties")].toObject().keys();
        std::sort(keys.begin(), keys.end());
        return keys;
    }

    /// What the tool says of each text: "ok", or "bad" and why. Empty when it could not judge.
    QStringList judge(const QList<QByteArray>& texts) const
    {
        QTemporaryDir folder;
        QStringList arguments{QStringLiteral(SNOWMELT_SOURCE_DIR "/tests/resources/schema/judge.py"), m_file};
        for (qsizetype i = 0; i < texts.size(); ++i) {
            arguments += folder.filePath(QString::number(i));
            QFile file(arguments.last());
            if (!file.open(QIODevice::WriteOnly) || file.write(texts[i]) != texts[i].size())
                return {};
        }
        QProcess python;
        python.start(QStringLiteral("/usr/bin/python3"), arguments);
        if (!python.waitForFinished() || python.exitCode() != 0)
            qWarning("%s", python.readAllStandardError().constData());
        QStringList said = QString::fromUtf8(python.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        for (QString& line : said)
            line = line.section(u' ', 1);
        return said;
    }

private:
    QString m_file;
};

} // namespace snowmelt::test
