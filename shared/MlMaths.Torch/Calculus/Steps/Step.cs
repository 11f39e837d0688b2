using MlMaths.Torch.Models;

namespace MlMaths.Torch.Calculus;

/// <summary>One named line of a derivation.</summary>
/// <param name="Name">The letter that it gives a value to.</param>
/// <param name="Index">Its place.</param>
/// <param name="Right">What it is.</param>
internal sealed record Step(string Name, int Index, Term Right)
{
    /// <summary>Whether it is an input, taken as it was given.</summary>
    public bool IsInput => Right.Kind == TermKind.Given;

    /// <summary>Whether it belongs to the way back.</summary>
    public bool IsBackward { get; init; }

    /// <summary>The slope of which function, where the step is one.</summary>
    public Slope? Slope { get; init; }

    public override string ToString() => $"{Name} = {TermText.Of(Right)}";
}

/// <summary>An elementwise derivative: that of a function, at z, where the value was a.</summary>
internal sealed record Slope(Activation Of, Term At, Term Value);
