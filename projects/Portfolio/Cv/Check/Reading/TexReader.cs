using System.Text;

namespace MlMaths.Torch.Portfolio.Cv.Check.Reading;

/// <summary>
/// TeX as plain text with as many lines: a command of <see cref="TexCommands"/> becomes its sign, a heading or an item of a list begins a
/// line of its own kind, what sets a page is left out with its arguments, and of any other command the words in its braces stay.
/// </summary>
internal sealed class TexReader
{
    private readonly StringBuilder _plain = new();
    private readonly string _tex;
    private int _at;

    private TexReader(string tex) => _tex = tex;

    /// <summary>The words of a TeX file.</summary>
    public static string Plain(string tex)
    {
        TexReader reader = new(tex);
        while (reader._at < tex.Length) reader.Next();
        return $"{reader._plain}";
    }

    private void Next()
    {
        char sign = _tex[_at];
        switch (sign)
        {
            case '\\':
                Command();
                break;
            case '%':
                while (_at < _tex.Length && _tex[_at] != '\n') _at++;
                break;
            case '~':
                Write(' ');
                break;
            case '{' or '}' or '$':
                _at++;
                break;
            case '-' when Ahead("---"):
                Write('—', 3);
                break;
            case '-' when Ahead("--"):
                Write('–', 2);
                break;
            case '-' when IsMinus():
                Write('−');
                break;
            case '^' when Ahead("^2") || Ahead("^{2}"):
                Write('²', Ahead("^2") ? 2 : 4);
                break;
            default:
                Write(sign);
                break;
        }
    }

    private void Command()
    {
        int end = ++_at;
        while (end < _tex.Length && char.IsAsciiLetter(_tex[end])) end++;
        if (end == _at)
        {
            // One sign is a command by itself: \% is a per cent sign, \, a narrow space, \\ a new line.
            char sign = _at < _tex.Length ? _tex[_at++] : ' ';
            if (sign == '$' && _at < _tex.Length && char.IsAsciiDigit(_tex[_at])) _plain.Append("USD ");
            else if (TexCommands.Signs.Contains(sign)) _plain.Append(sign);
            else _plain.Append(sign == '\n' ? '\n' : ' ');
            return;
        }

        string name = _tex[_at..end];
        _at = end;
        if (_at < _tex.Length && _tex[_at] == '*') _at++;
        if (TexCommands.Plain.TryGetValue(name, out string? plain))
        {
            _plain.Append(plain);
            // A command ends at the blank behind it, which is none of the text.
            if (_at < _tex.Length && _tex[_at] == ' ') _at++;
            return;
        }

        if (TexCommands.Settings.Contains(name))
        {
            while (Argument('[', ']') || Argument('{', '}'))
            {
            }

            return;
        }

        Argument('[', ']');
        if (TexCommands.Headings.Contains(name)) _plain.Append("# ");
    }

    // Passes over an argument; its lines stay, so that those behind it keep their numbers.
    private bool Argument(char open, char close)
    {
        if (_at >= _tex.Length || _tex[_at] != open) return false;
        int depth = 0;
        for (; _at < _tex.Length; _at++)
        {
            if (_tex[_at] == '\n') _plain.Append('\n');
            depth += _tex[_at] == open ? 1 : _tex[_at] == close ? -1 : 0;
            if (depth == 0) break;
        }

        _at = Math.Min(_at + 1, _tex.Length);
        return true;
    }

    private void Write(char sign, int length = 1)
    {
        _plain.Append(sign);
        _at += length;
    }

    private bool Ahead(string text) => string.CompareOrdinal(_tex, _at, text, 0, text.Length) == 0;

    // $-$, $-0.5$
    private bool IsMinus() => _at > 0 && _tex[_at - 1] == '$' && _at + 1 < _tex.Length
        && _tex[_at + 1] is '$' or '.' or (>= '0' and <= '9');
}
