#pragma warning disable RS0030 // This folder is the one place that speaks to the console.
using System.Text;

namespace MlMaths.Torch.Cli;

/// <summary>
/// The streams of a second process that serves the first: requests come in and answers go out by the standard ones, and what the code
/// that it runs prints is kept apart.
/// </summary>
public sealed class ChildStreams : IDisposable
{
    private readonly StringWriter _printed = new();

    private ChildStreams()
    {
        Answers = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
        Requests = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        Console.SetOut(TextWriter.Synchronized(_printed));
        Console.SetIn(TextReader.Null);
    }

    /// <summary>What the first process asks, line by line; at its end that process is gone.</summary>
    public StreamReader Requests { get; }

    /// <summary>What the first process is told, line by line.</summary>
    public StreamWriter Answers { get; }

    /// <summary>Takes both streams; from here on what this process prints goes nowhere else than into <see cref="TakePrinted"/>.</summary>
    public static ChildStreams Take() => new();

    /// <summary>What was printed since this was asked last.</summary>
    public string TakePrinted()
    {
        string printed = _printed.ToString();
        _printed.GetStringBuilder().Clear();
        return printed;
    }

    /// <summary>Closes them.</summary>
    public void Dispose()
    {
        Requests.Dispose();
        Answers.Dispose();
        _printed.Dispose();
    }
}
