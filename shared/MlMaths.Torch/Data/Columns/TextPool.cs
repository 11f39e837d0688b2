using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace MlMaths.Torch.Data;

/// <summary>
/// The different texts of a column, each kept once and numbered in the order in which they first came. Their bytes stand one behind
/// the other, so that a million different texts need hardly more memory than they have in the file. A slot holds half of a text's hash
/// above its number, so that other texts are told apart without a look at their bytes.
/// </summary>
internal sealed class TextPool
{
    private const ulong Odd = 0x9E3779B97F4A7C15, HashHalf = 0xFFFFFFFF00000000;

    private byte[] _bytes = new byte[256];
    private int[] _starts = new int[16];
    private ulong[] _slots = new ulong[32];

    /// <summary>How many different texts there are.</summary>
    public int Count { get; private set; }

    /// <summary>The text of a number.</summary>
    public string this[int number] => Encoding.UTF8.GetString(Bytes(number));

    /// <summary>All, in the order in which they first came.</summary>
    public IReadOnlyList<string> All() => [.. Enumerable.Range(0, Count).Select(number => this[number])];

    /// <summary>The number of a text; a new one if it has not come before.</summary>
    public int NumberOf(ReadOnlySpan<byte> text)
    {
        ulong hash = Hash(text);
        uint slot = SlotOf(hash, text);
        if (_slots[slot] != 0) return Number(_slots[slot]);
        Add(text, slot, hash);
        return Count - 1;
    }

    /// <summary>The number of a text that has come before; −1 where it has not.</summary>
    public int Find(ReadOnlySpan<byte> text) => Number(_slots[SlotOf(Hash(text), text)]);

    /// <summary>The numbers of the texts in which one of some parts stands.</summary>
    public IReadOnlyList<int> With(SearchValues<string> parts)
    {
        List<int> found = [];
        char[] letters = [];
        for (int number = 0; number < Count; number++)
        {
            ReadOnlySpan<byte> text = Bytes(number);
            if (letters.Length < text.Length) letters = new char[2 * text.Length]; // a byte is a letter at most
            int length = Encoding.UTF8.GetChars(text, letters);
            if (letters.AsSpan(0, length).ContainsAny(parts)) found.Add(number);
        }

        return found;
    }

    private static int Number(ulong slot) => (int)(uint)slot - 1;

    // Where a text is, or would be.
    private uint SlotOf(ulong hash, ReadOnlySpan<byte> text)
    {
        ulong[] slots = _slots;
        uint last = (uint)slots.Length - 1, slot = (uint)(hash >> 32) & last;
        for (; slots[slot] != 0; slot = (slot + 1) & last)
        {
            if (((slots[slot] ^ hash) & HashHalf) == 0 && text.SequenceEqual(Bytes(Number(slots[slot]))))
                break;
        }

        return slot;
    }

    private ReadOnlySpan<byte> Bytes(int number)
    {
        int start = _starts[number];
        return new(_bytes, start, _starts[number + 1] - start);
    }

    private void Add(ReadOnlySpan<byte> text, uint slot, ulong hash)
    {
        int start = _starts[Count];
        if (start + text.Length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, start + text.Length));
        if (Count + 2 > _starts.Length)
            Array.Resize(ref _starts, 2 * _starts.Length);
        text.CopyTo(_bytes.AsSpan(start));
        _starts[++Count] = start + text.Length;
        _slots[slot] = (hash & HashHalf) | (uint)Count;
        if (2 * Count > _slots.Length)
            Grow();
    }

    private void Grow()
    {
        ulong[] slots = new ulong[2 * _slots.Length];
        uint last = (uint)slots.Length - 1;
        foreach (ulong known in _slots)
        {
            if (known == 0) continue;
            uint slot = (uint)(known >> 32) & last;
            while (slots[slot] != 0)
                slot = (slot + 1) & last;
            slots[slot] = known;
        }

        _slots = slots;
    }

    private static ulong Hash(ReadOnlySpan<byte> text)
    {
        ulong hash = (ulong)text.Length * Odd;
        for (; text.Length > 8; text = text[8..])
            hash = Mixed(hash, BinaryPrimitives.ReadUInt64LittleEndian(text));
        return Mixed(hash, LastOf(text));
    }

    // Both halves of the product, so that every letter moves every bit.
    private static ulong Mixed(ulong hash, ulong letters)
    {
        ulong high = Math.BigMul(hash ^ letters, Odd, out ulong low);
        return high ^ low;
    }

    // Up to eight bytes as one number; those in the middle are read twice.
    private static ulong LastOf(ReadOnlySpan<byte> text) => text.Length switch
    {
        8 => BinaryPrimitives.ReadUInt64LittleEndian(text),
        >= 4 => BinaryPrimitives.ReadUInt32LittleEndian(text)
            | (ulong)BinaryPrimitives.ReadUInt32LittleEndian(text[^4..]) << 32,
        > 0 => text[0] | (ulong)text[text.Length / 2] << 8 | (ulong)text[^1] << 16,
        _ => 0,
    };
}
