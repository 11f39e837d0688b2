namespace MlMaths.Torch.Calculus;

/// <summary>What a written term is.</summary>
public enum WrittenKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>An input or an earlier line, by its name.</summary>
    Letter,

    /// <summary>A method or an operator, by the word that TorchSharp has for it: <c>mv</c>, <c>sigmoid</c>, <c>+</c>.</summary>
    Call,
}

/// <summary>A term of a loss as it stands in a learner's file, before anybody knows what it means.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Word">The name, method or operator.</param>
/// <param name="Number">Of a number; NaN and infinite numbers are taken as they are.</param>
/// <param name="Parts">Of a call: what it is called on first, then its arguments.</param>
/// <param name="Line">Of the file.</param>
public sealed record WrittenTerm(WrittenKind Kind, string Word, double Number, IReadOnlyList<WrittenTerm> Parts, int Line);

/// <summary>A line of a loss: a letter that gets a value.</summary>
/// <param name="Name">The letter; <c>L</c> for what the loss returns.</param>
/// <param name="Right">What it is.</param>
public sealed record WrittenLine(string Name, WrittenTerm Right);
