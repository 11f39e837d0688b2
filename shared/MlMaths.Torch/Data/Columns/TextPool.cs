using System.Buffers.Binary;
using System.Text;

namespace MlMaths.Torch.Data;

/// <summary>
/// The different texts of a column, each kept once and numbered in the order in which they first came. Their bytes stand one behind
/// the other, so that a million different texts need hardly more memory than they have in the file.
/// </summary>
internal sealed class TextPool
{
    private byte[] _bytes = new byte[256];
    private int[] _starts = new int[16];
    private int[] _slots = new int[32];
    private int _last;

    /// <summary>How many different texts there are.</summary>
    public int Count { get; private set; }

    /// <summary>The text of a number.</summary>
    public string this[int number] => Encoding.UTF8.GetString(Bytes(number));

    /// <summary>All, in the order in which they first came.</summary>
    public IReadOnlyList<string> All() => [.. Enumerable.Range(0, Count).Select(number => this[number])];

    /// <summary>The number of a text; a new one if it has not come before.</summary>
    public int NumberOf(ReadOnlySpan<byte> text)
    {
        // Rows that follow each other often say the same.
        if (Count > 0 && text.SequenceEqual(Bytes(_last)))
            return _last;
        uint slot = Hash(text) & (uint)(_slots.Length - 1);
        for (; _slots[slot] != 0; slot = (slot + 1) & (uint)(_slots.Length - 1))
        {
            if (text.SequenceEqual(Bytes(_slots[slot] - 1)))
                return _last = _slots[slot] - 1;
        }

        Add(text, slot);
        return _last = Count - 1;
    }

    /// <summary>The number of a text that has come before; −1 where it has not.</summary>
    public int Find(ReadOnlySpan<byte> text)
    {
        for (uint slot = Hash(text) & (uint)(_slots.Length - 1); _slots[slot] != 0; slot = (slot + 1) & (uint)(_slots.Length - 1))
        {
            if (text.SequenceEqual(Bytes(_slots[slot] - 1)))
                return _slots[slot] - 1;
        }

        return -1;
    }

    private ReadOnlySpan<byte> Bytes(int number) => _bytes.AsSpan(_starts[number].._starts[number + 1]);

    private void Add(ReadOnlySpan<byte> text, uint slot)
    {
        int start = _starts[Count];
        if (start + text.Length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, start + text.Length));
        if (Count + 2 > _starts.Length)
            Array.Resize(ref _starts, 2 * _starts.Length);
        text.CopyTo(_bytes.AsSpan(start));
        _starts[++Count] = start + text.Length;
        _slots[slot] = Count;
        if (2 * Count > _slots.Length)
            Grow();
    }

    private void Grow()
    {
        _slots = new int[2 * _slots.Length];
        for (int number = 0; number < Count; number++)
        {
            uint slot = Hash(Bytes(number)) & (uint)(_slots.Length - 1);
            while (_slots[slot] != 0)
                slot = (slot + 1) & (uint)(_slots.Length - 1);
            _slots[slot] = number + 1;
        }
    }

    private static uint Hash(ReadOnlySpan<byte> text)
    {
        const ulong Odd = 0x9E3779B97F4A7C15;
        ulong hash = (ulong)text.Length * Odd;
        for (; text.Length >= 8; text = text[8..])
            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text)) * Odd ^ (hash >> 29);
        foreach (byte one in text)
            hash = (hash ^ one) * Odd ^ (hash >> 29);
        return (uint)(hash >> 32) ^ (uint)hash;
    }
}
