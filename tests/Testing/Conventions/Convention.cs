namespace MlMaths.Torch.Tests.Conventions;

/// <summary>A rule of the house with everything that breaks it, one to a line.</summary>
internal static class Convention
{
    public static void Holds<T>(IEnumerable<T> breaches, string whatToDo)
    {
        string[] lines = [.. breaches.Select(breach => $"{breach}").Distinct()];
        Assert.True(lines.Length == 0, $"{whatToDo}\n  {string.Join("\n  ", lines)}");
    }
}
