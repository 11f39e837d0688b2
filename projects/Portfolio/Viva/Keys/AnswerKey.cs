namespace MlMaths.Torch.Portfolio.Viva.Keys;

/// <summary>What is a right answer to a question.</summary>
internal abstract record AnswerKey
{
    /// <summary>One word for programs: number, shape, choice, text.</summary>
    public abstract string Kind { get; }

    /// <summary>What one types, for who is asked.</summary>
    public abstract string Wanted { get; }

    /// <summary>The right answer.</summary>
    public abstract string Right { get; }

    /// <summary>Lines that belong to the question: the choices.</summary>
    public virtual IReadOnlyList<string> Lines => [];

    /// <summary>Judges what was typed.</summary>
    public abstract Mark Judge(string answer);
}

/// <summary>What an answer is worth.</summary>
/// <param name="Outcome">Right or not, or not judged.</param>
/// <param name="Says">What one tells the learner; empty where there is nothing to add.</param>
internal sealed record Mark(Outcome Outcome, string Says = "");

/// <summary>How a question ended.</summary>
internal enum Outcome
{
    /// <summary>Right.</summary>
    Right,

    /// <summary>Right, after a hint.</summary>
    RightWithHint,

    /// <summary>Not right.</summary>
    Wrong,

    /// <summary>It is no answer of this kind: asked again.</summary>
    Unread,

    /// <summary>Passed over.</summary>
    Skipped,

    /// <summary>Free text: nobody grades it.</summary>
    Told,
}
