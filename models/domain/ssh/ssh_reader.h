// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ssh/ssh_keywords.h"
#include "models/domain/ssh/ssh_lines.h"
#include "models/domain/ssh/ssh_options.h"

#include <QMap>
#include <QSet>

namespace snowmelt {

/// Who asks, and on which machine.
struct SshPerson
{
    QString user;
    QString home;    ///< absolute, without a slash at its end
    QString machine; ///< its host name, domain included where it has one
    qint64 userId = 0;
    QMap<QString, QString> environment;
};

/// Whom to reach. What is given here goes before what the files say.
struct SshQuery
{
    QString host; ///< as a person writes it
    QString user; ///< empty: not given
    int port = 0; ///< 0: not given
    SshPerson person;
};

/// Reads configuration files for one host, one after the other, into one set of options.
class SshConfigReader
{
public:
    enum class Source { User, System };
    static constexpr int depthLimit = 16;   ///< of includes in includes, as in OpenSSH
    static constexpr int fileLimit = 1000;  ///< read for one host
    static constexpr int problemLimit = 50; ///< listed; the others are counted

    SshConfigReader(const SshQuery& query, const SshFiles& files);

    /// A file that is missing says nothing.
    void readFile(const QString& path, Source source);

    const SshOptions& options() const { return m_options; }
    QList<SshUnsupported> unsupported() const { return m_unsupported; }
    QList<SshProblem> problems() const;

private:
    struct Line
    {
        QByteArray bytes;
        QByteArray keyword; // lower case
        int column = 1;     // of the keyword
        qsizetype rest = 0; // where its arguments begin
        QList<SshWord> arguments;
    };
    void readBytes(const QByteArray& bytes);
    void readLine(const QByteArray& bytes);
    bool split(const QByteArray& bytes, Line* line);
    void apply(Line& line);
    bool applyBlock(const Line& line, SshKeyword keyword);
    void applyHost(const Line& line);
    void applyMatch(const Line& line);
    void applyUnknown(const Line& line);
    void noteUnsupported(const Line& line, const SshKeywordRule& rule);
    void include(const Line& line);
    void includePattern(const Line& line, const SshWord& argument);
    void includeFile(const QString& path, const SshPlace& place);
    bool mayInclude(const QString& path, const SshPlace& place);
    bool expectOne(const Line& line);

    void setText(const Line& line, std::optional<SshText>* into);
    void setTexts(const Line& line, QList<SshText>* into);
    void addIdentity(const Line& line);
    void setJumps(const Line& line);
    void setProxyCommand(const Line& line);
    template <typename T>
    void setValue(const Line& line, std::optional<T>* into, std::optional<T> (*parse)(const QByteArray&));
    void setSeconds(const Line& line, std::optional<int>* into);
    bool applyText(const Line& line, SshKeyword keyword);
    bool applyValue(const Line& line, SshKeyword keyword);
    bool applyMethod(const Line& line, SshKeyword keyword);

    QString hostSoFar() const;
    SshPlace place(int column) const { return {m_path, m_line, column}; }
    std::optional<QString> decoded(const SshWord& word);
    void report(SshProblemCode code, const QStringList& args, const SshPlace& place);
    void report(SshProblemCode code, const Line& line, const QString& value = {});

    SshQuery m_query;
    const SshFiles& m_files;
    SshOptions m_options;
    QList<SshUnsupported> m_unsupported;
    QList<SshProblem> m_problems;
    int m_moreProblems = 0;

    Source m_source = Source::User;
    QString m_path;
    int m_line = 0;
    bool m_active = true; // whether what follows is for this host
    bool m_never = false; // included where nothing is for this host
    QStringList m_stack;  // files that are being read
    int m_filesRead = 0;
    QSet<QByteArray> m_unsupportedSeen;
};

} // namespace snowmelt
