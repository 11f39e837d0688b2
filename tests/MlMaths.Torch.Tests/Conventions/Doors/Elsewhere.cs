namespace MlMaths.Torch.Tests.Conventions;

/// <summary>Members that the general test leaves out, each with the reason.</summary>
internal static class Elsewhere
{
    private static readonly (string Start, string Reason)[] Reasons =
    [
        ("Figures.", "a figure computes nothing: its numbers come from a record whose own members stand here"),
        ("Cli.", "an option's number is read from text, and infinite or missing ones are refused there "
            + "(ProjectOption)"),
        ("Reporting.", "a report words what it is given, NaN and infinities included (NumberText)"),
    ];

    public static IEnumerable<string> Starts => Reasons.Select(one => one.Start);

    public static bool Holds(Door door) =>
        Reasons.Any(one => door.Name.StartsWith(one.Start, StringComparison.Ordinal));
}
