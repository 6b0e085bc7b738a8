// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ssh/ssh_match.h"

#include "models/domain/ssh/ssh_patterns.h"

namespace snowmelt {

namespace {

bool isOneOf(const QByteArray& word, std::initializer_list<const char*> words)
{
    for (const char* const each : words) {
        if (word == each)
            return true;
    }
    return false;
}

class SshMatchJudge
{
public:
    SshMatchJudge(const QByteArray& line, qsizetype from, const SshMatchSubject& subject)
        : m_words(line, from), m_subject(subject), m_at(sshColumn(line, from))
    {
    }

    SshMatchVerdict judged()
    {
        while (std::optional<SshWord> word = nextCriterion()) {
            if (!judge(*word))
                break;
            ++m_count;
        }
        if (m_count == 0 && !m_verdict.broken)
            m_verdict.broken = SshWord{{}, m_at};
        // Another pass over the files is asked for whether or not this block applies.
        if (!m_matches && !m_asksAgain)
            m_verdict.unsupported.clear();
        m_verdict.applies = m_matches && m_verdict.unsupported.isEmpty() && !m_verdict.broken;
        return m_verdict;
    }

private:
    std::optional<SshWord> nextCriterion()
    {
        std::optional<SshWord> word = m_words.next();
        if (!word)
            m_verdict.broken = SshWord{{}, m_at};
        const bool over = !word || word->text.isEmpty() || word->text.startsWith('#');
        return over ? std::nullopt : word;
    }

    /// False when nothing may follow.
    bool judge(const SshWord& word)
    {
        const bool negated = word.text.startsWith('!');
        const QByteArray name = word.text.mid(negated ? 1 : 0).toLower();
        if (name == "all")
            return judgeAll(word, negated);
        if (isOneOf(name, {"canonical", "final"})) {
            m_verdict.unsupported.append({name, word.column});
            m_asksAgain = m_asksAgain || name == "final";
            return true;
        }
        const std::optional<SshWord> argument = m_words.next();
        if (!argument || argument->text.isEmpty() || argument->text.startsWith('#'))
            return breakAt(word);
        return judgeArgument(word, name, argument->text, negated);
    }

    bool judgeAll(const SshWord& word, bool negated)
    {
        const std::optional<SshWord> rest = m_words.next();
        if (m_count > 1 || !rest || !(rest->text.isEmpty() || rest->text.startsWith('#')))
            return breakAt(word);
        m_matches = m_matches && !negated;
        ++m_count;
        return false;
    }

    bool judgeArgument(const SshWord& word, const QByteArray& name, const QByteArray& argument, bool negated)
    {
        bool matches = false;
        if (name == "host")
            matches = matchesSshHostList(m_subject.host, argument);
        else if (name == "originalhost")
            matches = matchesSshHostList(m_subject.originalHost, argument);
        else if (name == "user")
            matches = matchesSshPatternList(m_subject.user, argument);
        else if (name == "localuser")
            matches = matchesSshPatternList(m_subject.localUser, argument);
        else
            return judgeUnsupported(word, name);
        m_matches = m_matches && matches != negated;
        return true;
    }

    bool judgeUnsupported(const SshWord& word, const QByteArray& name)
    {
        if (!isOneOf(name, {"exec", "localnetwork", "tagged", "sessiontype", "command", "version"}))
            return breakAt(word);
        m_verdict.unsupported.append({name, word.column});
        return true;
    }

    bool breakAt(const SshWord& word)
    {
        m_verdict.broken = word;
        m_matches = false;
        return false;
    }

    SshWordReader m_words;
    const SshMatchSubject& m_subject;
    int m_at;
    int m_count = 0;
    bool m_matches = true;
    bool m_asksAgain = false;
    SshMatchVerdict m_verdict;
};

} // namespace

SshMatchVerdict judgeSshMatch(const QByteArray& line, qsizetype from, const SshMatchSubject& subject)
{
    return SshMatchJudge(line, from, subject).judged();
}

} // namespace snowmelt
