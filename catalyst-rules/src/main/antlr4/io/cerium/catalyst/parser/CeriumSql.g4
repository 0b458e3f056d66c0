// The statements of Cerium. No word is reserved, and all that does not begin like one of them is
// handed on untouched. Keywords are written in upper case; the character stream is upper-cased.
grammar CeriumSql;


// Whose statement is it? Given the first words of a text only.
firstWords
    : explain? ours .*? EOF                                             #mine
    | explain? (DESC | DESCRIBE) MODEL identifier identifier .*? EOF    #mine
    | explain? (DESC | DESCRIBE) MODEL identifier .*? EOF               #describe
    | .*? EOF                                                          #passThrough
    ;

ours
    : CREATE (OR REPLACE)? (TEMPORARY | TEMP)? MODEL
    | DROP MODEL
    | SHOW MODELS
    | laterStatement
    ;

singleStatement
    : explain? statement SEMICOLON* EOF
    ;

explain
    : EXPLAIN explainMode?
    ;

explainMode
    : LOGICAL | FORMATTED | EXTENDED | CODEGEN | COST
    ;

statement
    : CREATE (OR REPLACE)? (TEMPORARY | TEMP)? MODEL (IF NOT EXISTS)? modelName modelClause*
                                                                       #createModel
    | DROP MODEL (IF EXISTS)? modelName                                #dropModel
    | SHOW MODELS ((IN | FROM) namespace=identifier)? (LIKE? pattern=string)?
                                                                       #showModels
    | (DESC | DESCRIBE) MODEL EXTENDED? modelName (VERSION version)?   #describeModel
    | laterStatement .*?                                               #unsupportedStatement
    ;

// Every clause stands at most once, in any order.
modelClause
    : USING identifier                          #usingClause
    | (LOCATION | FROM) string                  #locationClause
    | (OPTIONS | WITH) optionList               #optionsClause
    | COMMENT string                            #commentClause
    | (INPUT | OUTPUT | TARGET | TRANSFORM | TAGS | AS) (~SEMICOLON)*
                                                #unsupportedClause
    ;

laterStatement
    : ALTER MODEL
    | EXPORT MODEL
    | SHOW VERSIONS
    | SHOW CREATE MODEL
    | (CACHE | UNCACHE) MODEL
    | COMMENT ON MODEL
    ;

optionList
    : LEFT_PAREN (option (COMMA option)*)? RIGHT_PAREN
    ;

option
    : optionKey EQ? optionValue
    ;

optionKey
    : identifier (DOT identifier)*
    | string
    ;

optionValue
    : scalar                                                            #scalarValue
    | ARRAY LEFT_PAREN (scalar (COMMA scalar)*)? RIGHT_PAREN              #listValue
    | LEFT_BRACKET (scalar (COMMA scalar)*)? RIGHT_BRACKET                #listValue
    | identifier                                                        #bareValue
    ;

scalar
    : string
    | MINUS? number
    | TRUE
    | FALSE
    ;

number
    : INTEGER_VALUE
    | DECIMAL_VALUE
    ;

version
    : INTEGER_VALUE
    ;

modelName
    : parts+=identifier (DOT parts+=identifier)*
    ;

string
    : STRING
    | DOUBLEQUOTED_STRING
    ;

identifier
    : IDENTIFIER
    | BACKQUOTED_IDENTIFIER
    | word
    ;

// Every keyword is a name as well.
word
    : ALTER | ARRAY | AS | CACHE | CODEGEN | COMMENT | COST | CREATE | DESC | DESCRIBE | DROP
    | EXISTS | EXPLAIN | EXPORT | EXTENDED | FALSE | FORMATTED | FROM | IF | IN | INPUT | LIKE
    | LOCATION | LOGICAL | MODEL | MODELS | NOT | ON | OPTIONS | OR | OUTPUT | REPLACE | SHOW
    | TAGS | TARGET | TEMP | TEMPORARY | TRANSFORM | TRUE | UNCACHE | USING | VERSION | VERSIONS
    | WITH
    ;

ALTER: 'ALTER';
ARRAY: 'ARRAY';
AS: 'AS';
CACHE: 'CACHE';
CODEGEN: 'CODEGEN';
COMMENT: 'COMMENT';
COST: 'COST';
CREATE: 'CREATE';
DESC: 'DESC';
DESCRIBE: 'DESCRIBE';
DROP: 'DROP';
EXISTS: 'EXISTS';
EXPLAIN: 'EXPLAIN';
EXPORT: 'EXPORT';
EXTENDED: 'EXTENDED';
FALSE: 'FALSE';
FORMATTED: 'FORMATTED';
FROM: 'FROM';
IF: 'IF';
IN: 'IN';
INPUT: 'INPUT';
LIKE: 'LIKE';
LOCATION: 'LOCATION';
LOGICAL: 'LOGICAL';
MODEL: 'MODEL';
MODELS: 'MODELS';
NOT: 'NOT';
ON: 'ON';
OPTIONS: 'OPTIONS';
OR: 'OR';
OUTPUT: 'OUTPUT';
REPLACE: 'REPLACE';
SHOW: 'SHOW';
TAGS: 'TAGS';
TARGET: 'TARGET';
TEMP: 'TEMP';
TEMPORARY: 'TEMPORARY';
TRANSFORM: 'TRANSFORM';
TRUE: 'TRUE';
UNCACHE: 'UNCACHE';
USING: 'USING';
VERSION: 'VERSION';
VERSIONS: 'VERSIONS';
WITH: 'WITH';

EQ: '=' | '==';
LEFT_PAREN: '(';
RIGHT_PAREN: ')';
LEFT_BRACKET: '[';
RIGHT_BRACKET: ']';
COMMA: ',';
DOT: '.';
MINUS: '-';
SEMICOLON: ';';

STRING
    : '\'' ( ~('\'' | '\\') | ('\\' .) )* '\''
    | 'R\'' (~'\'')* '\''
    | 'R"' (~'"')* '"'
    ;

DOUBLEQUOTED_STRING
    : '"' ( ~('"' | '\\') | ('\\' .) )* '"'
    ;

DECIMAL_VALUE
    : DIGIT+ EXPONENT
    | DIGIT+ '.' DIGIT* EXPONENT?
    | '.' DIGIT+ EXPONENT?
    ;

INTEGER_VALUE
    : DIGIT+
    ;

// As Spark's, a name may begin with a digit; letters of other alphabets are letters here.
IDENTIFIER
    : (LETTER | DIGIT | '_')+
    ;

BACKQUOTED_IDENTIFIER
    : '`' ( ~'`' | '``' )* '`'
    ;

fragment EXPONENT
    : 'E' [+-]? DIGIT+
    ;

fragment DIGIT
    : [0-9]
    ;

fragment LETTER
    : [\p{Alphabetic}\p{Mn}]
    ;

SIMPLE_COMMENT
    : '--' ('\\\n' | ~[\r\n])* '\r'? '\n'? -> channel(HIDDEN)
    ;

// Hints too: one in front of a statement of ours has nothing to say.
BRACKETED_COMMENT
    : '/*' (BRACKETED_COMMENT | .)*? '*/' -> channel(HIDDEN)
    ;

WHITESPACE
    : [ \r\n\t\u00A0]+ -> channel(HIDDEN)
    ;

// Never an error of the lexer: the text may be another's.
OTHER
    : .
    ;
