using System.Text;

namespace MlMaths.Torch.Exercises.MyWork;

/// <summary>A file that a learner starts from, as it is built into this program.</summary>
/// <param name="Name">Its place, for instance <c>YourTurn/linear-mse.cs</c>.</param>
internal sealed record StubFile(string Name)
{
    private const string SuitePlace = "{suite}";

    /// <summary>Whether there is one of that name.</summary>
    public bool Exists => typeof(StubFile).Assembly.GetManifestResourceInfo(Name) is not null;

    /// <summary>Its text, with the place of the suite in its <c>#:project</c> line.</summary>
    /// <param name="suite">As the learner's file sees it: a relative or an absolute path.</param>
    public string Text(string suite) => Raw().Replace(SuitePlace, suite, StringComparison.Ordinal);

    private string Raw()
    {
        using Stream stream = typeof(StubFile).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"{Name} is not built in.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
