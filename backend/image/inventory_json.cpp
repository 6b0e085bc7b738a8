// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/inventory_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace snowmelt {

namespace {

constexpr int version = 1;

// Index = FileType.
const std::array<QString, 8>& typeNames()
{
    static const std::array<QString, 8> names{QStringLiteral("file"),        QStringLiteral("directory"),
                                              QStringLiteral("link"),        QStringLiteral("charDevice"),
                                              QStringLiteral("blockDevice"), QStringLiteral("fifo"),
                                              QStringLiteral("socket"),      QStringLiteral("unknown")};
    return names;
}

FileType typeFrom(const QString& name)
{
    const auto& names = typeNames();
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? FileType::Unknown : static_cast<FileType>(found - names.begin());
}

void putBytes(QJsonObject& object, const QString& key, const QByteArray& bytes)
{
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decode(bytes);
    if (decode.hasError() || text.toUtf8() != bytes)
        object[key + u"Base64"] = QString::fromLatin1(bytes.toBase64());
    else
        object[key] = text;
}

QByteArray bytesOf(const QJsonObject& object, const QString& key)
{
    const auto encoded = object.constFind(key + u"Base64");
    if (encoded != object.constEnd())
        return QByteArray::fromBase64(encoded->toString().toLatin1());
    return object[key].toString().toUtf8();
}

QJsonObject toJson(const FileFact& file)
{
    QJsonObject object{{QStringLiteral("type"), typeNames().at(static_cast<size_t>(file.type))},
                       {QStringLiteral("mode"), QString::number(file.mode, 8)}};
    putBytes(object, QStringLiteral("path"), file.path);
    if (file.uid != 0)
        object[QStringLiteral("uid")] = file.uid;
    if (file.gid != 0)
        object[QStringLiteral("gid")] = file.gid;
    if (file.size != 0)
        object[QStringLiteral("size")] = file.size;
    if (!file.sha256.isEmpty())
        object[QStringLiteral("sha256")] = QString::fromLatin1(file.sha256);
    if (file.type == FileType::Link)
        putBytes(object, QStringLiteral("target"), file.target);
    return object;
}

FileFact fileFrom(const QJsonObject& object)
{
    return {bytesOf(object, QStringLiteral("path")),
            typeFrom(object[QStringLiteral("type")].toString()),
            object[QStringLiteral("mode")].toString().toInt(nullptr, 8),
            object[QStringLiteral("uid")].toInt(),
            object[QStringLiteral("gid")].toInt(),
            object[QStringLiteral("size")].toInteger(),
            object[QStringLiteral("sha256")].toString().toLatin1(),
            bytesOf(object, QStringLiteral("target"))};
}

QJsonObject toJson(const PackageFact& package)
{
    return {{QStringLiteral("name"), package.name},
            {QStringLiteral("version"), package.version},
            {QStringLiteral("architecture"), package.architecture}};
}

PackageFact packageFrom(const QJsonObject& object)
{
    return {object[QStringLiteral("name")].toString(), object[QStringLiteral("version")].toString(),
            object[QStringLiteral("architecture")].toString()};
}

QJsonObject toJson(const UserFact& user)
{
    return {{QStringLiteral("name"), user.name},
            {QStringLiteral("uid"), user.uid},
            {QStringLiteral("gid"), user.gid},
            {QStringLiteral("home"), user.home},
            {QStringLiteral("shell"), user.shell}};
}

UserFact userFrom(const QJsonObject& object)
{
    return {object[QStringLiteral("name")].toString(), object[QStringLiteral("uid")].toInt(),
            object[QStringLiteral("gid")].toInt(), object[QStringLiteral("home")].toString(),
            object[QStringLiteral("shell")].toString()};
}

QJsonObject toJson(const GroupFact& group)
{
    return {{QStringLiteral("name"), group.name},
            {QStringLiteral("gid"), group.gid},
            {QStringLiteral("members"), QJsonArray::fromStringList(group.members)}};
}

GroupFact groupFrom(const QJsonObject& object)
{
    GroupFact group{object[QStringLiteral("name")].toString(), object[QStringLiteral("gid")].toInt(), {}};
    const QJsonArray members = object[QStringLiteral("members")].toArray();
    for (const auto& member : members)
        group.members.append(member.toString());
    return group;
}

template <typename List>
QJsonArray allToJson(const List& values)
{
    QJsonArray array;
    for (const auto& value : values)
        array.append(toJson(value));
    return array;
}

template <typename T>
QList<T> allFrom(const QJsonValue& array, T (*from)(const QJsonObject&))
{
    QList<T> values;
    const QJsonArray items = array.toArray();
    values.reserve(items.size());
    for (const auto& item : items)
        values.append(from(item.toObject()));
    return values;
}

/// The lines of a text, split at `separator`, those with too few fields left out.
QList<QStringList> fieldsOf(const QByteArray& text, QChar separator, qsizetype least)
{
    QList<QStringList> rows;
    const QStringList lines = QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        const QStringList fields = line.split(separator);
        if (fields.size() >= least)
            rows.append(fields);
    }
    return rows;
}

} // namespace

QByteArray renderInventory(const Inventory& inventory)
{
    QJsonArray ports;
    for (const int port : inventory.ports)
        ports.append(port);
    const QJsonObject object{{QStringLiteral("snowmeltInventory"), version},
                             {QStringLiteral("image"), inventory.image.text()},
                             {QStringLiteral("digest"), inventory.digest.text()},
                             {QStringLiteral("packages"), allToJson(inventory.packages)},
                             {QStringLiteral("files"), allToJson(inventory.files)},
                             {QStringLiteral("users"), allToJson(inventory.users)},
                             {QStringLiteral("groups"), allToJson(inventory.groups)},
                             {QStringLiteral("ports"), ports}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<Inventory> parseInventory(const QByteArray& text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    const auto image = ImageRef::parse(object[QStringLiteral("image")].toString());
    const auto digest = Digest::parse(object[QStringLiteral("digest")].toString());
    if (object[QStringLiteral("snowmeltInventory")].toInt() != version || !image || !digest)
        return std::nullopt;
    Inventory inventory{*image,
                        *digest,
                        allFrom(object[QStringLiteral("packages")], packageFrom),
                        {},
                        allFrom(object[QStringLiteral("users")], userFrom),
                        allFrom(object[QStringLiteral("groups")], groupFrom),
                        {}};
    const QList<FileFact> files = allFrom(object[QStringLiteral("files")], fileFrom);
    for (const FileFact& file : files)
        inventory.files.insert(file.path, file);
    const QJsonArray ports = object[QStringLiteral("ports")].toArray();
    for (const auto& port : ports)
        inventory.ports.append(port.toInt());
    return inventory;
}

QList<PackageFact> parsePackages(const QByteArray& text)
{
    QList<PackageFact> packages;
    for (const QStringList& fields : fieldsOf(text, u'\t', 4))
        if (fields[0].startsWith(u"ii"))
            packages.append({fields[1], fields[2], fields[3]});
    std::sort(packages.begin(), packages.end(),
              [](const PackageFact& a, const PackageFact& b) { return a.name < b.name; });
    return packages;
}

QList<UserFact> parsePasswd(const QByteArray& text)
{
    QList<UserFact> users;
    for (const QStringList& fields : fieldsOf(text, u':', 7))
        users.append({fields[0], fields[2].toInt(), fields[3].toInt(), fields[5], fields[6]});
    return users;
}

QList<GroupFact> parseGroups(const QByteArray& text)
{
    QList<GroupFact> groups;
    for (const QStringList& fields : fieldsOf(text, u':', 4)) {
        QStringList members = fields[3].split(u',', Qt::SkipEmptyParts);
        members.sort();
        groups.append({fields[0], fields[2].toInt(), members});
    }
    return groups;
}

} // namespace snowmelt
