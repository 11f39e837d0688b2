namespace MlMaths.Torch.Cli;

/// <summary>A small command that answers on the console at once and leaves no run folder.</summary>
public interface ITool
{
    /// <summary>The word that names it.</summary>
    string Verb { get; }

    /// <summary>One line.</summary>
    string Title { get; }

    /// <summary>What it answers, in two or three sentences.</summary>
    string Description { get; }

    /// <summary>What is typed besides options, for instance <c>[NAME]</c>.</summary>
    string Words { get; }

    /// <summary>Arguments worth trying, each with what it shows.</summary>
    IReadOnlyList<CommandExample> Examples { get; }

    /// <summary>Its options; it has no others.</summary>
    IReadOnlyList<ProjectOption> Options { get; }

    /// <summary>
    /// Answers. True where all is well; false where the answer is that something is not, which a shell sees as exit
    /// code 3.
    /// </summary>
    /// <exception cref="UserMistakeException">What was asked makes no sense.</exception>
    bool Answer(ToolContext context);
}
