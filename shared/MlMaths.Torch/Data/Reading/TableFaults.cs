namespace MlMaths.Torch.Data;

/// <summary>
/// All that is wrong with a file, told at once: a sentence for each fault, and one command that is ready to be typed and heals those
/// that an option can heal.
/// </summary>
internal sealed class TableFaults
{
    private const int Told = 12;
    private readonly List<string> _sentences = [];
    private readonly List<string> _leaveOut = [];
    private readonly List<(string Column, string Value)> _missing = [];
    private readonly List<(string Option, string? Value)> _options = [];

    private bool _isUnhealed;

    public bool Any => _sentences.Count > 0;

    /// <summary>A fault of the file; what several columns show is said once.</summary>
    public void Add(string sentence)
    {
        _isUnhealed = true;
        if (!_sentences.Contains(sentence)) _sentences.Add(sentence);
    }

    /// <summary>A fault of which <see cref="Missing"/> holds the remedy.</summary>
    public void AddHealed(string sentence)
    {
        if (!_sentences.Contains(sentence)) _sentences.Add(sentence);
    }

    /// <summary>A fault that the option heals.</summary>
    public void Add(string sentence, string option, string? value = null) => Add(sentence, [(option, value)]);

    /// <summary>A fault that several options heal together.</summary>
    public void Add(string sentence, IReadOnlyList<(string Option, string? Value)> options)
    {
        _sentences.Add(sentence);
        _options.AddRange(options.Where(added => !_options.Any(one => one.Option == added.Option)));
    }

    /// <summary>A fault that goes with its column.</summary>
    public void AddColumn(string sentence, string column)
    {
        _sentences.Add(sentence);
        _leaveOut.Add(column);
    }

    /// <summary>Part of the command: that value of the column means that there is none.</summary>
    public void Missing(string column, string value) => _missing.Add((column, value));

    /// <exception cref="UserMistakeException">There is a fault.</exception>
    public void Throw(CsvSource source)
    {
        if (!Any) return;
        string told = string.Join("\n", _sentences.Take(Told));
        if (_sentences.Count > Told) told += $"\nAnd {Counted.Of(_sentences.Count - Told, "more problem", "more problems")} of this kind.";
        string? command = Options() is { Count: > 0 } options ? source.Command?.Invoke(options) : null;
        throw new UserMistakeException(command is null ? told
            : $"{told}\n{(_isUnhealed ? "Once the file is corrected where no option helps, ready to copy" : "Ready to copy")}: {command}");
    }

    private List<(string Option, string? Value)> Options()
    {
        List<(string Option, string? Value)> all = [.. _options];
        if (_missing.Count > 0)
            all.Add(("--missing-value", NameList.Write(_missing.Select(one => $"{one.Column}={one.Value}"))));
        if (_leaveOut.Count > 0)
            all.Add(("--leave-out", NameList.Write(_leaveOut.Distinct())));
        return all;
    }
}
