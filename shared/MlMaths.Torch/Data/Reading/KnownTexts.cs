using System.Text;

namespace MlMaths.Torch.Data;

/// <summary>Few different texts, met over and over: each has a number, in the order in which they first came.</summary>
internal sealed class KnownTexts
{
    private readonly List<byte[]> _known = [];
    private int _last;

    public int Count => _known.Count;

    public IReadOnlyList<string> All => [.. _known.Select(Encoding.UTF8.GetString)];

    /// <summary>The number of a text; a new one if it has not come before.</summary>
    public int NumberOf(ReadOnlySpan<byte> text)
    {
        // Rows that follow each other often have the same label.
        if (_known.Count > 0 && text.SequenceEqual(_known[_last]))
            return _last;
        for (int number = 0; number < _known.Count; number++)
        {
            if (text.SequenceEqual(_known[number]))
                return _last = number;
        }

        _known.Add(text.ToArray());
        return _last = _known.Count - 1;
    }
}
