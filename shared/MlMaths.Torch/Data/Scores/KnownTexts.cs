using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace MlMaths.Torch.Data;

/// <summary>Texts that are met over and over: each has a number, in the order in which they first came.</summary>
internal sealed class KnownTexts
{
    private readonly Dictionary<byte[], int> _numbers = new(Utf8Texts.Equal);
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> _numberOf;
    private readonly List<byte[]> _known = [];
    private int _last;

    public KnownTexts() => _numberOf = _numbers.GetAlternateLookup<ReadOnlySpan<byte>>();

    public int Count => _known.Count;

    public IReadOnlyList<string> All => [.. _known.Select(Encoding.UTF8.GetString)];

    /// <summary>The text of a number.</summary>
    public string this[int number] => Encoding.UTF8.GetString(_known[number]);

    /// <summary>The number of a text that has come before; −1 where it has not.</summary>
    public int Find(ReadOnlySpan<byte> text) => _numberOf.TryGetValue(text, out int number) ? number : -1;

    /// <summary>The number of a text; a new one if it has not come before.</summary>
    public int NumberOf(ReadOnlySpan<byte> text)
    {
        // Rows that follow each other often have the same label.
        if (_known.Count > 0 && text.SequenceEqual(_known[_last]))
            return _last;
        if (_numberOf.TryGetValue(text, out _last))
            return _last;
        _last = _known.Count;
        _known.Add(text.ToArray());
        _numbers.Add(_known[_last], _last);
        return _last;
    }

    private sealed class Utf8Texts : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static Utf8Texts Equal { get; } = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
