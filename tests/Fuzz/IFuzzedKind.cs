namespace MlMaths.Torch.Fuzz;

/// <summary>One kind of input that others have written.</summary>
internal interface IFuzzedKind
{
    /// <summary>One or two words, as the table and the folder of findings have them.</summary>
    string Name { get; }

    /// <summary>Good inputs, from which bad ones are made.</summary>
    IReadOnlyList<byte[]> Examples { get; }

    /// <summary>A change that knows what the bytes mean.</summary>
    byte[] Change(byte[] input, Random chance);

    /// <summary>
    /// Has the suite read it. True: compared with a second reading, it was the same (or there is none).
    /// </summary>
    /// <exception cref="UserMistakeException">It was refused.</exception>
    bool Read(byte[] input);

    /// <summary>
    /// What a program is started with to read the input, once it stands in a file; null where no command reads this
    /// kind from outside.
    /// </summary>
    string[]? Command(byte[] input, string file) => null;
}
