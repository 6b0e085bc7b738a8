// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/code_names.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <concepts>
#include <type_traits>

namespace snowmelt {

/// JSON both ways from one description: a type's describe(archive, value) names its fields once, and JsonWriter and
/// JsonReader walk the same list. Bytes that are not UTF-8 are {"base64": …}.
class JsonWriter
{
public:
    template <typename T>
    using Reference = const T&;

    template <typename T>
    void operator()(const char* key, const T& value)
    {
        m_object.insert(QLatin1String(key), write(value));
    }
    QJsonObject take() { return std::move(m_object); }

    static QJsonValue write(const QString& value) { return value; }
    static QJsonValue write(bool value) { return value; }
    static QJsonValue write(int value) { return value; }
    static QJsonValue write(qint64 value) { return value; }
    static QJsonValue write(double value) { return value; }
    static QJsonValue write(const QJsonObject& value) { return value; }
    static QJsonValue write(const QByteArray& value);
    static QJsonValue write(const QDate& value);
    static QJsonValue write(const QDateTime& value);
    static QJsonValue write(const ImageRef& value);
    static QJsonValue write(const Digest& value);
    template <typename E>
    requires std::is_enum_v<E>
    static QJsonValue write(E value) { return codeName(value); }
    template <typename T>
    static QJsonValue write(const std::optional<T>& value)
    {
        return value ? write(*value) : QJsonValue(QJsonValue::Null);
    }
    template <typename T>
    static QJsonValue write(const QList<T>& list)
    {
        QJsonArray array;
        for (const T& item : list)
            array.append(write(item));
        return array;
    }
    template <typename T>
    requires std::is_class_v<T>
    static QJsonValue write(const T& value)
    {
        JsonWriter writer;
        describe(writer, value);
        return writer.take();
    }

private:
    QJsonObject m_object;
};

/// Missing fields keep their default; a field of the wrong shape is a fault, named in fault().
class JsonReader
{
public:
    template <typename T>
    using Reference = T&;

    explicit JsonReader(QJsonObject object) : m_object(std::move(object)) {}

    template <typename T>
    void operator()(const char* key, T& value)
    {
        const auto found = m_object.constFind(QLatin1String(key));
        if (found != m_object.constEnd() && !read(*found, value))
            note(key);
    }
    /// The first field that could not be read, "step.error.code"; empty: all well.
    QString fault() const { return m_fault; }

private:
    bool read(const QJsonValue& json, QString& value);
    bool read(const QJsonValue& json, bool& value);
    bool read(const QJsonValue& json, int& value);
    bool read(const QJsonValue& json, qint64& value);
    bool read(const QJsonValue& json, double& value);
    static bool read(const QJsonValue& json, QJsonObject& value)
    {
        value = json.toObject();
        return json.isObject();
    }
    bool read(const QJsonValue& json, QByteArray& value);
    bool read(const QJsonValue& json, QDate& value);
    bool read(const QJsonValue& json, QDateTime& value);
    bool read(const QJsonValue& json, ImageRef& value);
    bool read(const QJsonValue& json, Digest& value);
    template <typename E>
    requires std::is_enum_v<E>
    bool read(const QJsonValue& json, E& value)
    {
        const std::optional<E> code = codeFromName<E>(json.toString());
        value = code.value_or(value);
        return code.has_value();
    }
    template <typename T>
    bool read(const QJsonValue& json, std::optional<T>& value)
    {
        value.reset();
        return json.isNull() || read(json, value.emplace());
    }
    template <typename T>
    bool read(const QJsonValue& json, QList<T>& list)
    {
        list.clear();
        const QJsonArray array = json.toArray();
        for (const QJsonValue& item : array) {
            if (!read(item, list.emplaceBack()))
                return false;
        }
        return json.isArray();
    }
    template <typename T>
    requires std::is_class_v<T>
    bool read(const QJsonValue& json, T& value)
    {
        JsonReader inner(json.toObject());
        describe(inner, value);
        m_inner = inner.fault();
        return json.isObject() && m_inner.isEmpty();
    }
    void note(const char* key);

    QJsonObject m_object;
    QString m_inner; ///< fault of the field just read, below it
    QString m_fault;
};

/// A value as the archive takes it: const when it is written. The fields of every value that JSON carries are named
/// once for both directions, in json_…_fields.h. The names are a promise: the journal and other people's scripts read
/// them.
template <typename Archive, typename T>
using Field = typename Archive::template Reference<T>;

} // namespace snowmelt
