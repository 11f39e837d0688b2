namespace MlMaths.Torch.Optimisation;

/// <summary>How a hyper-parameter is drawn.</summary>
public enum AxisKind
{
    /// <summary>Every power of ten is as likely: for rates and strengths.</summary>
    LogUniform,

    /// <summary>Every number is as likely.</summary>
    Uniform,

    /// <summary>Every whole number is as likely, both ends included.</summary>
    Whole,

    /// <summary>Every name is as likely.</summary>
    Choice,
}

/// <summary>One hyper-parameter and where it is looked for.</summary>
/// <param name="Name">What a candidate is asked by.</param>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Low">Least value; 0 for a choice.</param>
/// <param name="High">Largest value; the last name's place for a choice.</param>
/// <param name="Names">What may be chosen; empty for numbers.</param>
public sealed record SearchAxis(string Name, AxisKind Kind, double Low, double High, IReadOnlyList<string> Names)
{
    /// <summary>The value for u from [0, 1), even there.</summary>
    internal double At(double u) => Kind switch
    {
        AxisKind.LogUniform => Math.Clamp(Math.Exp(Math.Log(Low) + u * Math.Log(High / Low)), Low, High),
        AxisKind.Uniform => Low + u * (High - Low),
        AxisKind.Whole or AxisKind.Choice => Low + Math.Floor(u * (High - Low + 1)),
    };

    /// <summary>A value as a table prints it.</summary>
    internal string Text(double value) => Kind switch
    {
        AxisKind.Choice => Names[(int)value],
        AxisKind.Whole => NumberText.Of(value),
        _ => NumberText.Brief(value),
    };
}
