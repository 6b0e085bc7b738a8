// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QStringList>

namespace snowmelt {

/// What a node may be told at its birth, as docs/NODE.md lists it: "FLEET", "DATABASE_HOST". Secrets are none of them.
const QStringList& birthParameterNames();

/// "${NAME}" in a template. "$$" is one dollar; any other dollar is itself.
struct TemplateMention
{
    QByteArray text;      ///< "${NAME}", or what begins with "${" and is none
    QString name;         ///< empty: it is none
    qsizetype offset = 0; ///< bytes
    bool operator==(const TemplateMention&) const = default;
};

QList<TemplateMention> mentionsIn(const QByteArray& templateText);

/// Whether it is a birth parameter's.
bool isKnown(const TemplateMention& mention);

/// Each value in place of its name; a parameter that the node does not have is no text at all.
QByteArray rendered(const QByteArray& templateText, const QMap<QString, QString>& values);

/// The parameters a node was given: "KEY=VALUE" lines, as docs/NODE.md has /etc/snowmelt/node.conf.
QMap<QString, QString> parametersOf(const QByteArray& nodeConf);

/// Where an image has its templates: that of "/etc/shop.conf" is "/etc/snowmelt/templates/etc/shop.conf", with the mode
/// and owner that the file of the node has.
const QByteArray& birthTemplateFolder();

/// Files that Snowmelt itself gives every node: no template has their path.
bool isBirthFile(const QString& path);

/// One template of an image.
struct BirthTemplate
{
    QByteArray path; ///< of the node's file
    QByteArray text;
    int mode = 0644;
    int uid = 0;
    int gid = 0;
    bool operator==(const BirthTemplate&) const = default;
};

} // namespace snowmelt
